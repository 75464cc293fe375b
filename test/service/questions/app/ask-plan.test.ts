// Labelled sentences as officers write them, read without a record: what is offered has to be what was meant.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { RoleName } from '../../../../src/core/request/domain/actor.ts';
import { indexRefs } from '../../../../src/plan/objectives/domain/plan-refs.ts';
import { understandSentence } from '../../../../src/service/questions/app/ask-plan.ts';
import { contentWords } from '../../../../src/service/questions/domain/plain-words.ts';
import { type RefStyle, refStyles } from '../../../support/rules/ref-styles.ts';

const folder = join(import.meta.dirname, '../../../fixtures/sentences/read');
const today = Temporal.PlainDate.from('2024-07-03');
const styles: readonly RefStyle[] = ['1.2', 'PA1.2a', 'SEND-14'];
const LEAST = 0.9;

/** The references of the labels, in the order of the plan, with what their objectives are called. */
const OBJECTIVES = [
  ['1A:1', 'Example: one front door for advice to settings'],
  ['1A:2', 'Example: induction for new SENCOs'],
  ['2B:1', 'Example: shared advice template in use'],
  ['2B:2', 'Named workers identified, fully trained, and supported'],
  ['3A:1', 'Example: waiting families are told what happens next'],
  ['3A:2', 'Example: one list of post-16 options'],
] as const;
const names = ['Asha', 'Ben', 'Cerys', 'Dev', 'Ella', 'Femi'];
const people = names.map((name) => ({
  ...{ name: `${name} Example`, email: `${name.toLowerCase()}@example.org` },
  organisation: 'Example Council',
}));
const themes = [
  { number: 1, name: 'Right Support, Right Time' },
  { number: 2, name: 'Right Plan, Right First Time, Every Time' },
  { number: 3, name: 'Right Provision, Right Time, Looking to Independence' },
];
const roles: Readonly<Record<string, readonly RoleName[]>> = {
  ...{ owner: [], cochair: ['co-chair'], office: ['programme-office'], board: ['board'] },
};

const nobody = {
  ...{ personId: 'asha', partnershipId: 'one', name: 'Asha Example' },
  ...{ organisation: 'Example Council', email: 'asha@example.org' },
};

type Labelled = { readonly role: string; readonly sentence: string; readonly wanted: string[] };

const sentences = readdirSync(folder)
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line): Labelled => {
    const [role = '', sentence = '', wanted = ''] = line.split('\t');
    return { role, sentence: sentence.replaceAll('⏎', '\n'), wanted: wanted.split(' | ') };
  });

it.each(styles)('are read as what was meant on a plan with %s', (style) => {
  const refs = OBJECTIVES.map(([of, title], index) => {
    const ref = refStyles[style][index] ?? '';
    return { of, id: ref, ref, title };
  });
  const put = (text: string) => refs.reduce((line, { of, ref }) => line.replaceAll(of, ref), text);
  const plan = indexRefs(refs);
  const vocabulary = {
    ...{ plan, people, themes },
    own: ['1A:1', '2B:2'].map(
      (of) => ({ ref: put(of), rag: of === '2B:2' ? 'red' : 'amber', owns: true }) as const,
    ),
  };
  const missed: string[] = [];
  for (const { role, sentence, wanted } of sentences) {
    const granted = (roles[role] ?? []).map((name) => ({ name, themeId: null }));
    const actor = { ...nobody, roles: granted };
    const typed = put(sentence);
    const read = understandSentence(typed, vocabulary, { actor, today, terms: [] });
    if (!offered(typed, read).some((line) => fits(line, wanted.map(put))))
      missed.push(
        `${role}: “${typed}” wants ${wanted.map(put).join(' | ')} → ${offered(typed, read).join(' / ')}`,
      );
  }

  const share = 1 - missed.length / sentences.length;
  console.log(
    `${style}: ${sentences.length - missed.length} of ${sentences.length} are read as meant`,
  );
  expect(sentences.length).toBeGreaterThan(180);
  expect(share, missed.join('\n')).toBeGreaterThanOrEqual(LEAST);
});

/** What the answer leads to: nothing understood is looked for, and thanks are answered with buttons. */
function offered(typed: string, read: ReturnType<typeof understandSentence>): readonly string[] {
  if (read.kind === 'about') return [...read.lines, ...offered(typed, read.otherwise)];
  if (read.kind === 'nothing') return [`find ${contentWords(typed)}`];
  if (read.kind === 'unsure') return [...read.lines, `find ${contentWords(typed)}`];
  if (read.lines[0] === 'thanks') return ['help', 'mine'];
  // Several are shown by the verb itself, before it records them.
  return /^update\s+\S+\s[\s\S]*[\n;]/.test(read.lines[0] ?? '') && read.lines.length > 2
    ? ['update confirm', ...read.lines]
    : read.lines;
}

function fits(line: string, wanted: readonly string[]): boolean {
  return wanted.some((one) => {
    const pattern = plain(one)
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('\\*', '.*');
    return new RegExp(`^${pattern}$`).test(plain(line));
  });
}

function plain(line: string): string {
  return line.toLowerCase().replace(/["“”]/g, '').replace(/\s+/g, ' ').replace(/\.$/, '').trim();
}
