// What a person sees when something broke: one plain sentence and a reference, never a cause.
import { code, type Message, paragraph } from '../../../core/message/messages/message.ts';

/** @param reference the id under which the cause stands in the log */
export function faultMessage(reference: string): Message {
  return {
    title: 'Something went wrong on our side',
    tone: 'attention',
    blocks: [
      paragraph(
        'Your request may not have been recorded. Please look with ',
        code('/pap show'),
        ' and try again; if it happens twice, tell the programme office this reference: ',
        code(reference),
        '.',
      ),
    ],
  };
}
