// Keeps the schedule: what is older than its kind is kept loses its words, once however often it runs. Nothing that is
// held goes. The dry run counts the same rows.
import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import { dayText } from '../../../core/dates/messages/when.ts';
import type {
  Partnership,
  Repositories,
  Transactions,
  Uses,
} from '../../../core/request/app/ports.ts';
import { entryCleared } from '../domain/own-words.ts';
import { monthsText, type RowKind } from '../domain/retention.ts';
import { carryOut } from './erase-person.ts';
import { planErasure } from './plan-erasure.ts';
import type { DueKind } from './privacy-ports.ts';

/** Rows of a kind that one night clears, and people. */
const MOST_ROWS = 5_000;
const MOST_PEOPLE = 5;

export type DueRows = { readonly kind: RowKind; readonly months: number; readonly rows: number };

/** What would go tonight, kind by kind. */
export async function countDue(
  { retention, erasing }: Uses<'retention' | 'erasing'>,
  partnership: Partnership,
  now: Temporal.Instant,
): Promise<readonly DueRows[]> {
  const held = await heldPeople(retention);
  const due: DueRows[] = [];
  for (const [kind, months] of await rulesInForce(retention)) {
    const { before, day } = borderOf(partnership, now, months);
    const rows =
      held === null
        ? 0
        : kind === 'people-left'
          ? (await retention.leftBefore(day)).filter(({ id }) => !isHeld(id, held)).length
          : kind === 'history'
            ? (await erasing.entriesBefore(before, held, MOST_ROWS)).length
            : await retention.due(kind, before, held);
    due.push({ kind, months, rows });
  }
  return due;
}

/** @returns how many rows lost their words, and how many people their names */
export async function keepSchedule(
  record: Uses<'erasing' | 'retention'> &
    Transactions<Uses<'erasing' | 'peopleAdmin' | 'retention'>>,
  partnership: Partnership,
  now: Temporal.Instant,
): Promise<{ rows: number; people: number }> {
  const today = localDate(now, partnership.timeZone);
  const due = (await countDue(record, partnership, now)).filter(({ rows }) => rows > 0);
  let [rows, people] = [0, 0];
  for (const { kind, months } of due) {
    const { before, day } = borderOf(partnership, now, months);
    const reason = `the schedule: ${kind} after ${monthsText(months)}`;
    if (kind === 'people-left') {
      const held = await heldPeople(record.retention);
      const left = (await record.retention.leftBefore(day)).filter(({ id }) => !isHeld(id, held));
      for (const { id } of left.slice(0, MOST_PEOPLE))
        people += await record.transaction(async (repositories) => {
          await repositories.peopleAdmin.lock();
          // Somebody may have been put on hold since they were counted.
          if (isHeld(id, await heldPeople(repositories.retention))) return 0;
          const plan = await planErasure(id, repositories, { today });
          if (!plan) return 0;
          await carryOut(plan, { personId: id, reason, byId: null }, repositories, { now });
          return 1;
        });
      continue;
    }
    rows += await record.transaction(async (repositories) => {
      const { erasing, retention } = repositories;
      const held = await heldPeople(retention);
      if (held === null) return 0;
      const begun = await erasing.begin({
        ...{ kind: 'retention', personId: null, reason, byId: null, at: now },
      });
      const erased = `words erased on ${dayText(today)}`;
      const cleared =
        kind === 'history'
          ? await clearHistory(repositories, before, held, { erased, day: today.toString() })
          : await retention.clear(kind, before, held, erased, MOST_ROWS);
      await erasing.finish(begun.id, { rows: { [kind]: cleared } });
      return cleared;
    });
  }
  return { rows, people };
}

async function clearHistory(
  { erasing }: Uses<'erasing'>,
  before: Temporal.Instant,
  held: readonly string[],
  instead: { readonly erased: string; readonly day: string },
): Promise<number> {
  const found = await erasing.entriesBefore(before, held, MOST_ROWS);
  for (const { entryId, ...text } of found)
    await erasing.putEntry(entryId, entryCleared(text, instead));
  return found.length;
}

async function rulesInForce({
  rules,
}: Repositories['retention']): Promise<
  readonly (readonly ['people-left' | 'history' | DueKind, number])[]
> {
  return [...(await rules())] as ['people-left' | 'history' | DueKind, number][];
}

/** The people who are held; null: everything is. */
async function heldPeople({ holds }: Repositories['retention']): Promise<string[] | null> {
  const held = await holds();
  return held.some(({ person }) => person === null)
    ? null
    : held.flatMap(({ person }) => person?.id ?? []);
}

function isHeld(personId: string, held: readonly string[] | null): boolean {
  return held === null || held.includes(personId);
}

function borderOf({ timeZone }: Partnership, now: Temporal.Instant, months: number) {
  const border = now.toZonedDateTimeISO(timeZone).subtract({ months });
  return { before: border.toInstant(), day: border.toPlainDate() };
}
