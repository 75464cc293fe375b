// What is said where a change to the plan, or a version of it, is refused.

import {
  type Block,
  buttonRow,
  code,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { fits, listed, onDay, say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import { type LinkTarget, linkText } from '../../../plan/objectives/domain/objective-link.ts';
import type { LinkChoice, PlanRefusal } from '../domain/refusal-plan.ts';

/** The words, reason by reason. */
export const planRefusals: Words<PlanRefusal> = {
  'objective-closed': (refusal) =>
    say(`${refusal.ref} is closed`, [
      paragraph(
        `Nothing was changed: it was closed${refusal.closedOn ? ` on ${onDay(refusal.closedOn)}` : ''} and takes no more updates or changes. `,
        code(`/pap show ${refusal.ref}`),
        ' still shows it.',
      ),
    ]),
  'no-reason': (refusal) =>
    say('Why should the plan change?', [
      paragraph(
        'Nothing was proposed: whoever approves it has to know why. Add the reason after “because”:',
      ),
      paragraph(code(`/pap ${refusal.line.slice(0, 300)} because …`)),
    ]),
  'nothing-to-change': (refusal) =>
    say('The plan says that already', [
      paragraph(`Nothing was changed: the ${refusal.what} is “${refusal.is}” now.`),
    ]),
  'ref-taken': (refusal) =>
    say(`${refusal.ref} is in the plan already`, [
      paragraph(
        `Nothing was changed: it is “${refusal.title}”. Use another reference, or change that one, for example `,
        code(`/pap admin change ${refusal.ref} title … because …`),
        '.',
      ),
    ]),
  'unknown-part': (refusal) =>
    say(`${refusal.ref} has no part ${refusal.part}`, [
      paragraph(
        'Nothing was changed. ',
        code(`/pap show ${refusal.ref}`),
        ' lists its parts. A milestone belongs to an action; to add one: ',
        code(`/pap admin change add action ${refusal.ref} "…" because …`),
        '.',
      ),
    ]),
  'unknown-link': (refusal) => unknownLink(refusal),
  'ambiguous-link': (refusal) =>
    say(`More than one thing matches “${refusal.typed}”`, [
      paragraph('Nothing was changed. Which one do you mean?'),
      ...toChoose(refusal.choices, refusal),
    ]),
  'linked-already': (refusal) =>
    say(`${refusal.ref} is ${placeText(refusal.target)} already`, [
      paragraph('Nothing was changed. ', code(`/pap show ${refusal.ref} all`), ' shows it.'),
    ]),
  'not-linked-to': (refusal) =>
    say(`${refusal.ref} is not ${placeText(refusal.target)}`, [
      paragraph(
        refusal.links.length > 0
          ? 'Nothing was changed. It has:'
          : 'Nothing was changed. It has no theme and no link.',
      ),
      ...(refusal.links.length > 0 ? [listed(refusal.links)] : []),
    ]),
  'not-vacant': ({ ref, what, is, instead }) =>
    say(
      what === 'theme'
        ? `${ref} is already in ${is.join(' and ')}`
        : `${ref} already has ${what === 'owner' ? 'an owner' : 'a deputy'}: ${is.join(', ')}`,
      [
        paragraph(
          what === 'theme'
            ? 'Nothing was changed. To put it in another theme as well, propose it: '
            : `Nothing was changed. ${is.join(' and ')} should hear of it first: `,
          code(`/pap ${instead}`),
        ),
      ],
    ),
  'unknown-change': (refusal) =>
    say(`There is no change ${refusal.number}`, [
      paragraph('Nothing was changed. ', code('/pap admin change'), ' lists what is open.'),
    ]),
  'change-decided': (refusal) =>
    say(`Change ${refusal.number} is ${refusal.state} already`, [
      paragraph(
        `Nothing was changed now${refusal.by ? `: ${refusal.by} decided it` : ''}. `,
        code(`/pap admin change ${refusal.number}`),
        ' shows it.',
      ),
    ]),
  'change-overtaken': (refusal) =>
    say(`The plan has overtaken change ${refusal.number}`, [
      paragraph(
        'Nothing was changed: since it was proposed, the ',
        refusal.what,
        ' of ',
        strong(refusal.ref),
        ` has gone from “${refusal.was}” to “${refusal.is}”. Reject it with `,
        code(`/pap admin change reject ${refusal.number} overtaken`),
        ', and propose it anew if it is still wanted.',
      ),
    ]),
  'unknown-version': (refusal) =>
    say(`There is no version “${refusal.typed}” of the plan`, [
      paragraph('The versions are:'),
      listed(refusal.known),
      paragraph('Type for example ', code('/pap admin change diff 1 now'), '.'),
    ]),
  'version-not-frozen': (refusal) =>
    say(`What version ${refusal.number} said was not kept`, [
      paragraph(
        'So there is nothing to compare with. ',
        code('/pap admin change baseline'),
        ' keeps what the current version says from now on.',
      ),
    ]),
  'draft-open': (refusal) =>
    say('A revision is open already', [
      paragraph(
        `Nothing was changed: version ${refusal.number}, “${refusal.label}”, is the draft. `,
        code(`/pap admin change publish`),
        ' makes it the current plan.',
      ),
    ]),
  'no-draft': () =>
    say('There is no draft to publish', [
      paragraph(
        'Nothing was changed. Open one first: ',
        code('/pap admin change revise "Revised plan December 2024"'),
        '.',
      ),
    ]),
};

function placeText(target: LinkTarget): string {
  return `${target.to === 'theme' ? 'in' : 'linked to'} ${linkText(target)}`;
}

function unknownLink(refusal: Extract<PlanRefusal, { code: 'unknown-link' }>): Message {
  const { ref, verb, typed, near, choices, start } = refusal;
  const [example] = choices;
  const isLink = verb === 'link';
  const asked = isLink ? `What should ${ref} be linked to?` : `What should be taken from ${ref}?`;
  const none = `Nothing that ${ref} ${isLink ? 'can be' : 'is'} linked to matches “${typed}”`;
  return say(typed === '' ? asked : none, [
    ...(near.length > 0
      ? [paragraph('Nothing was changed. Did you mean:'), ...toChoose(near, refusal)]
      : [paragraph('Nothing was changed.')]),
    ...(example
      ? [
          paragraph(isLink ? 'There are:' : 'It has:'),
          listed(byKind(choices)),
          paragraph('For example ', code(`/pap ${start} ${example.words} because …`)),
        ]
      : [paragraph(isLink ? 'The plan has nothing of the kind.' : 'It has nothing of the kind.')]),
  ]);
}

/** Each by name, with a button that finishes the line that was typed. */
function toChoose(
  choices: readonly LinkChoice[],
  { start, rest }: { readonly start: string; readonly rest: string },
): Block[] {
  const actions = choices
    .map(({ words }) => ({ label: words, line: `${start} ${words} ${rest}`.trim() }))
    .filter(fits);
  return [listed(choices.map(({ text }) => text)), buttonRow(actions)];
}

/** One line for all themes, one for all projects and so on. */
function byKind(choices: readonly LinkChoice[]): string[] {
  const lines = new Map<string, string>();
  for (const { words, text } of choices) {
    const [kind = ''] = words.split(' ');
    const line = lines.get(kind);
    lines.set(kind, line === undefined ? text : `${line}; ${text}`);
  }
  return [...lines.values()];
}
