// The answer to `web`, which holds a link that signs one person in.
import { link, type Message, paragraph } from '../../../core/message/messages/message.ts';

/** @param minutes how long the link is good */
export function webLinkMessage(address: string, minutes: number): Message {
  return {
    title: 'Your link to the plan on the web',
    blocks: [
      paragraph(link(address)),
      paragraph(
        `It opens once, within ${minutes} minutes, and signs you in. Keep it to yourself: anybody who opens it is taken for you.`,
      ),
    ],
  };
}

/** The answer to `web sign-out`. @param count how many browsers were signed in */
export function signedOutMessage(count: number): Message {
  return {
    title: 'You are signed out on the web',
    tone: 'good',
    blocks: [
      paragraph(
        count === 0
          ? 'No browser was signed in as you. Links that were not opened yet no longer open.'
          : `${count === 1 ? 'One browser was' : `${count} browsers were`} signed in as you and ${count === 1 ? 'is' : 'are'} no longer. Links that were not opened yet no longer open.`,
      ),
    ],
  };
}
