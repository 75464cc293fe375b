// The e-mail addresses of a person: the main one, and others by which their accounts are found too.

type Addressed = { readonly email: string; readonly furtherEmails?: readonly string[] };

/** More would be a list of somebody's life. */
export const MOST_FURTHER = 5;

/** All of them in lower case, the main one first. */
export function addressesOf({ email, furtherEmails = [] }: Addressed): readonly string[] {
  return [email, ...furtherEmails].map((one) => one.toLowerCase());
}

/** Whether one of their addresses is this one; capitals do not count. */
export function hasAddress(person: Addressed, address: string): boolean {
  return addressesOf(person).includes(address.toLowerCase());
}
