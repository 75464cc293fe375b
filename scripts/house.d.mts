// The types of house.mjs, which Node runs as it is.
export const districts: Readonly<Record<string, readonly string[]>>;
export const layers: Readonly<Record<string, { readonly knows: readonly string[] }>>;
export function importRules(): object;
