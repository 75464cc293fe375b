// Codes that a chat platform puts in place of words: people, channels, groups, dates and links of Slack, and names of
// emoji. What is recorded from now on has none; those in older entries are made readable where they are shown.
import { withEmoji } from './emoji-names.ts';

/** What the record knows of a platform's ids. */
export type CodeNames = {
  /** By account, whom it speaks for. */
  readonly people: ReadonlyMap<string, string>;
  /** By channel, what it is called. */
  readonly channels: ReadonlyMap<string, string>;
};

const SOMEBODY = 'somebody';
const A_CHANNEL = 'a channel';
const A_GROUP = 'a group';

/** As Slack sends them: `<@U012AB3CD|sam>`, `<#C012AB3CD|general>`, `<!subteam^S012|@leads>`, `<!date^…|…>`, `<https://…|…>`. */
const MARKED =
  /<@([UW][A-Z0-9]{6,})(?:\|[^<>\n]*)?>|<#([CG][A-Z0-9]{6,})(?:\|[^<>\n]*)?>|<!subteam\^\w+(?:\|([^<>\n]*))?>|<!date\^(\d{1,12})[^<>\n|]*(?:\|([^<>\n]*))?>|<(https:\/\/[^\s<>|]+)(?:\|([^<>\n]*))?>/g;
/** As they were recorded once: the same without their brackets. */
const BARE =
  /(?<![\w.@])@([UW][A-Z0-9]{6,})(?![\w.]*\w)|(?<![\w&#])#([CG][A-Z0-9]{6,})(?!\w)|@subteam\^\w+|@date\^(\d{1,12})(?:\^(?:\{[^}\n]*\}|[^\s{|])*)*/g;

/** Whether a text holds codes that stand for somebody or something of the record. */
export function hasCodes(text: string): boolean {
  return text.search(MARKED) >= 0 || text.search(BARE) >= 0;
}

/** The text in words. Ids that the record does not know become "somebody" and "a channel". */
export function readableText(text: string, { people, channels }: CodeNames): string {
  const marked = text.replace(MARKED, (...found: (string | undefined)[]) => {
    const [, person, channel, group, seconds, day, link, label] = found;
    if (person !== undefined) return people.get(person) ?? SOMEBODY;
    if (channel !== undefined) return channels.get(channel) ?? A_CHANNEL;
    if (link !== undefined) return linkText(link, label);
    if (seconds !== undefined) return day || dayOf(seconds);
    return group || A_GROUP;
  });
  const bare = marked.replace(BARE, (...found: (string | undefined)[]) => {
    const [typed = '', person, channel, seconds] = found;
    if (person !== undefined) return people.get(person) ?? (isId(person) ? SOMEBODY : typed);
    if (channel !== undefined) return channels.get(channel) ?? (isId(channel) ? A_CHANNEL : typed);
    return seconds === undefined ? A_GROUP : dayOf(seconds);
  });
  return withEmoji(bare);
}

/** An id mixes letters and digits as no word does: `#CHILDREN` and `#COVID19` are words. */
function isId(id: string): boolean {
  return /^.\d/.test(id) || /\d[A-Z]+\d/.test(id);
}

/** A link under other words than its own, with the address that they hid. */
export function linkText(address: string, label = ''): string {
  if (label === '') return address.replace(/^mailto:/, '');
  return address.endsWith(label) ? label : `${label} (${address})`;
}

/** `18 February 2014`, of the seconds that Slack counts. */
export function dayOf(seconds: string): string {
  return new Date(Number(seconds) * 1_000).toLocaleDateString('en-GB', {
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' },
  });
}
