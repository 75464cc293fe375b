// A further e-mail address of somebody, added or taken away.
import { code, inline, type Message, paragraph } from '../../../core/message/messages/message.ts';

/** As the office reads it. */
export function addressChangedMessage(
  {
    name,
    email,
    furtherEmails,
  }: {
    readonly name: string;
    readonly email: string;
    readonly furtherEmails: readonly string[];
  },
  address: string,
  isAdded: boolean,
): Message {
  const all = [email, ...furtherEmails].join(', ');
  return {
    title: isAdded ? `${name} is also known as ${address}` : `${address} is no longer ${name}’s`,
    tone: 'good',
    blocks: [
      paragraph(
        isAdded
          ? 'PAP looks for their accounts in Slack and Teams by this address too, and links one that writes from it.'
          : 'Accounts that are linked stay linked: “admin people unlink” takes one away.',
        ` Their addresses now: ${all}. They are told.`,
      ),
    ],
  };
}

/** As the person reads it. */
export function ownAddressMessage(address: string, isAdded: boolean): Message {
  return {
    title: isAdded
      ? `You can use PAP as ${address} too`
      : `${address} is no longer yours on the plan`,
    blocks: [
      paragraph(
        isAdded
          ? 'An account in Slack or Teams with this address speaks for you from now on. '
          : 'Accounts that are linked stay linked. ',
        code('/pap whoami'),
        ' shows what is recorded of you.',
      ),
      paragraph('If that is wrong, tell the programme office.'),
    ],
    footer: inline('You are getting this because the programme office changed it.'),
  };
}
