// A platform's codes as words: in what is recorded, and in whatever is shown of entries that still hold some. Those
// entries are never rewritten.
import type { Temporal } from 'temporal-polyfill';
import { type CodeNames, hasCodes, readableText } from '../../message/domain/chat-codes.ts';
import type { Reads } from './ports.ts';

type NameSources = Reads<'channelBindings' | 'peopleAdmin'>;

const NO_NAMES: CodeNames = { people: new Map(), channels: new Map() };

/** A text as it is recorded. */
export async function inWords(
  text: string,
  record: NameSources,
  today: Temporal.PlainDate,
): Promise<string> {
  return readableText(text, hasCodes(text) ? await codeNames(record, today) : NO_NAMES);
}

/**
 * A message, a document or tables with every code in it as words. What a button does stays as it is, for the line
 * that it types is read again.
 */
export async function shownInWords<Shown>(
  shown: Shown,
  record: NameSources,
  today: Temporal.PlainDate,
): Promise<Shown> {
  let found = false;
  const nameless = mapTexts(shown, (text) => {
    found ||= hasCodes(text);
    return readableText(text, NO_NAMES);
  });
  if (!found) return nameless;
  const names = await codeNames(record, today);
  return mapTexts(shown, (text) => readableText(text, names));
}

/** Everybody who is or was on the plan by their accounts, and the channels that are bound. */
async function codeNames(
  { peopleAdmin, channelBindings }: NameSources,
  today: Temporal.PlainDate,
): Promise<CodeNames> {
  const [people, channels] = await Promise.all([peopleAdmin.list(today), channelBindings.list()]);
  return {
    people: new Map(
      people.flatMap(({ name, accounts }) => accounts.map(({ userId }) => [userId, name] as const)),
    ),
    channels: new Map(channels.map(({ channelId, name }) => [channelId, name])),
  };
}

/** The same data with every text in it changed, but for what buttons and forms send. */
function mapTexts<Data>(data: Data, change: (text: string) => string): Data;
function mapTexts(data: unknown, change: (text: string) => string): unknown {
  if (typeof data === 'string') return change(data);
  if (Array.isArray(data)) return data.map((one) => mapTexts(one, change));
  if (typeof data !== 'object' || data === null) return data;
  if (Object.getPrototypeOf(data) !== Object.prototype) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      isSubmitted(key, value, data) ? value : mapTexts(value, change),
    ]),
  );
}

/** The line of a button or form with its rows, and what an option of a choice stands for. */
function isSubmitted(key: string, value: unknown, data: object): boolean {
  if (key === 'rows') return 'line' in data;
  if (key === 'value') return typeof value === 'string' && !('kind' in data);
  return key === 'line' || key === 'again';
}
