// Whoever may not do what a line asks is told so, whatever they typed: that a word is missing helps nobody who may not do it.
import { beforeEach, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Form, Part } from '../../src/core/message/domain/line-form.ts';
import type { Command } from '../../src/core/request/app/command.ts';
import {
  type Permission,
  permissionTable,
  type Subject,
} from '../../src/core/request/domain/permissions.ts';
import { type Holdings, mayEver } from '../../src/plan/plan-items/domain/may-ever.ts';
import { describePlan } from '../support/world/plan-suite.ts';
import { ASHA, BEN } from '../support/world/writing-lines.ts';

const VIEWER = 'sam@nhs.example';
const all: readonly Command[] = commands.flatMap((one) => one.subcommands ?? [one]);

/** Forms that are everybody's: for themselves, of what they did or were asked, or only to look. */
const EVERYBODYS: Readonly<Record<string, readonly string[]>> = {
  amend: ['note'],
  away: ['settle', 'off', 'record'],
  calendar: ['own', 'again', 'forum', 'stop'],
  digest: ['turn', 'setOne', 'set'],
  find: ['find'],
  handover: ['settle'],
  highlight: ['versions', 'version', 'file', 'show'],
  kpi: ['export', 'proposals'],
  link: ['link'],
  partnership: ['which'],
  undo: ['last', 'one', 'recovery', 'decision'],
  web: ['signOut', 'open'],
  why: ['messages'],
};

const shownForms = (command: Command) =>
  Object.entries(command.forms).filter(([, { hidden, dated }]) => !hidden && !dated);

it('knows of every form that records whose it is', () => {
  const open = all
    .filter(({ verb = '', needs }) => !verb.startsWith('admin ') || needs)
    // Of oneself, or only asked.
    .filter(({ name }) => !['settings', 'show', 'snooze', 'outstanding', 'help'].includes(name))
    .map(
      (one) =>
        [
          one.name,
          shownForms(one)
            .map(([form]) => form)
            .filter((form) => !one.needs?.[form]),
        ] as const,
    )
    .filter(([, forms]) => forms.length > 0);

  expect(Object.fromEntries(open)).toEqual(EVERYBODYS);
});

const nothing: Holdings = { objectives: false, parts: false, kpis: false };
const everything: Holdings = { objectives: true, parts: true, kpis: true };
const roles = ['programme-office', 'co-chair', 'board', 'evidence-lead', 'viewer'] as const;

it.each(roles)('says of every permission whether somebody who is %s ever has it', (name) => {
  const themeId = name === 'co-chair' ? 't1' : null;
  const actor = {
    ...{ personId: 'p1', partnershipId: 'x', name: '', organisation: '', email: '' },
    roles: [{ name, themeId }],
  };
  const mine = [{ role: 'owner', personId: 'p1' }];
  for (const permission of Object.keys(permissionTable) as Permission[])
    for (const holds of [nothing, everything]) {
      const subjects: Subject[] = ['p1', 'p2'].flatMap((personId) =>
        [undefined, 't1', 't2'].flatMap((theme) =>
          [[], ...(holds.objectives ? [mine] : [])].map((assignees) => ({
            personId:
              personId === 'p1' && permission.startsWith('kpi-') && !holds.kpis ? 'p2' : personId,
            ...(theme !== undefined && { themeId: theme }),
            objective: { ref: '', themes: theme === undefined ? [] : [{ id: theme }], assignees },
            assigned: holds.parts,
          })),
        ),
      );
      const rule: { readonly allows: (one: typeof actor, of: Subject) => boolean } =
        permissionTable[permission];

      expect(mayEver(actor, permission, holds), permission).toBe(
        subjects.some((subject) => rule.allows(actor, subject)),
      );
    }
});

describePlan('a line that stops where its form has only begun', (parts) => {
  beforeEach(async () => {
    await parts.world.pap(BEN, `admin people add "Sam Reed" ${VIEWER} Example NHS`);
    await parts.world.pap(BEN, 'admin people role @sam viewer');
  });

  it('is refused as not permitted to whoever may never do it', async () => {
    const { world } = parts;
    const wrong: string[] = [];
    const typed = new Set<string>();
    for (const command of all)
      for (const [name, form] of shownForms(command)) {
        if (EVERYBODYS[command.name]?.includes(name)) continue;
        const isOffice = command.verb?.startsWith('admin ') && !command.needs;
        if (!isOffice && !command.needs?.[name]) continue;
        const line = `${command.verb ?? command.name} ${beginningOf(form)}`.trim();
        if (typed.has(line)) continue;
        typed.add(line);
        const { outcome, code } = await world.pap(VIEWER, line);
        if (outcome === 'refused' && code !== 'not-permitted') wrong.push(`${line}: ${code}`);
      }

    expect(wrong).toEqual([]);
    expect(typed.size).toBeGreaterThan(80);
  });

  it.each([
    [ASHA, 'kpi add', 'not-permitted'],
    [ASHA, 'kpi sign-off 12', 'not-permitted'],
    [ASHA, 'challenge 2B:2 what changed', 'not-permitted'],
    [ASHA, 'decide 2B:2 needed', 'usage'],
    [ASHA, 'recovery 2B:2 soon', 'usage'],
    [BEN, 'kpi add', 'usage'],
    [VIEWER, 'update 9Z:9 green', 'not-permitted'],
    [VIEWER, 'update 2B:2', 'not-permitted'],
    [VIEWER, 'recovery 2B:2 soon', 'not-permitted'],
    [VIEWER, 'show 9Z:9', 'unknown-objective'],
  ])('%s types “%s”: %s', async (email, line, code) => {
    expect(await parts.world.pap(email, line)).toMatchObject({ outcome: 'refused', code });
  });
});

/** The fixed words of a form up to what would have to be said, and the reference before them. */
function beginningOf({ parts }: Form): string {
  const said: string[] = [];
  for (const part of parts) {
    const words = beginning(part);
    if (words === null) break;
    if (words !== '') said.push(words);
  }
  return said.join(' ');
}

/** Null: here something would have to be said. */
function beginning(part: Part): string | null {
  if (part.is === 'word') return part.words[0];
  if (part.is === 'maybe') return '';
  if (part.is === 'any') return null;
  if (part.kind === 'ref') return '2B:2';
  return part.kind === 'choice' ? (part.values?.[0]?.[0] ?? null) : null;
}
