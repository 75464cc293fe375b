// The wording of what is refused about themes and links of an objective.
import { type LinkTarget, linkText } from '../domain/objective-link.ts';
import type { LinkChoice, PlanRefusal } from '../domain/refusal-plan.ts';
import { type Block, code, type Message, paragraph } from './message.ts';
import { fits, listed, say } from './refusal-parts.ts';

export type LinkRefusal = Extract<
  PlanRefusal,
  { code: 'unknown-link' | 'ambiguous-link' | 'linked-already' | 'not-linked-to' }
>;

/** The refusal as a message. */
export function linkRefusal(refusal: LinkRefusal): Message {
  switch (refusal.code) {
    case 'unknown-link':
      return unknownLink(refusal);
    case 'ambiguous-link':
      return say(`More than one thing matches “${refusal.typed}”`, [
        paragraph('Nothing was changed. Which one do you mean?'),
        ...toChoose(refusal.choices, refusal),
      ]);
    case 'linked-already':
      return say(`${refusal.ref} is ${placeText(refusal.target)} already`, [
        paragraph('Nothing was changed. ', code(`/pap show ${refusal.ref} all`), ' shows it.'),
      ]);
    case 'not-linked-to':
      return say(`${refusal.ref} is not ${placeText(refusal.target)}`, [
        paragraph(
          refusal.links.length > 0
            ? 'Nothing was changed. It has:'
            : 'Nothing was changed. It has no theme and no link.',
        ),
        ...(refusal.links.length > 0 ? [listed(refusal.links)] : []),
      ]);
    default:
      return refusal satisfies never;
  }
}

function placeText(target: LinkTarget): string {
  return `${target.to === 'theme' ? 'in' : 'linked to'} ${linkText(target)}`;
}

function unknownLink(refusal: Extract<LinkRefusal, { code: 'unknown-link' }>): Message {
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

/** Each by name, with a button that finishes the line that was typed. */
function toChoose(
  choices: readonly LinkChoice[],
  { start, rest }: { readonly start: string; readonly rest: string },
): Block[] {
  const actions = choices
    .map(({ words }) => ({ label: words, line: `${start} ${words} ${rest}`.trim() }))
    .filter(fits);
  return [listed(choices.map(({ text }) => text)), { kind: 'actions', actions }];
}
