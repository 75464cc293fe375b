// What a person typed, as one command line: the bot's mention, `/pap`, and what Teams puts around
// them removed, so that `@PAP update …`, `/pap update …`, `pap update …` and `update …` are alike.
import { fieldOf } from '../../../core/message/domain/narrow.ts';
import { withoutUnseen } from '../../../core/message/domain/typed-text.ts';
import type { Inbound } from '../../../core/request/app/inbound.ts';

type Mention = { readonly id: string; readonly userId: string; readonly text: string };

/** A map, because people type names: every plain object also knows `constructor`. */
const namedEntities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['#39', "'"],
  ['nbsp', ' '],
]);

/** The command line in `text`; `botId` says whose mention to drop. */
export function commandText(text: string, entities: readonly unknown[], botId: string): string {
  let line = text;
  for (const mention of mentions(entities)) {
    if (mention.id === botId) line = line.replaceAll(mention.text, ' ');
  }
  return withoutUnseen(tidy(line))
    .trim()
    .replace(/^\/?pap(?=\s|$)/i, '')
    .trim()
    .replace(/^\/(?=\p{L})/u, '');
}

/** Whom the text mentions besides the bot: as the line says it, with the Entra id where Teams gives one. */
export function mentionedOthers(
  entities: readonly unknown[],
  botId: string,
): Pick<Inbound, 'mentions'> {
  const others = mentions(entities).filter(({ id }) => id !== botId);
  return others.length > 0
    ? { mentions: others.map(({ userId, text }) => ({ said: tidy(text), userId })) }
    : {};
}

// Somebody else's mention becomes what one would type: `outstanding @Robin`.
function tidy(text: string): string {
  return text
    .replace(/<at(?:\s[^<>]*)?>/gi, '@')
    .replace(/<\/at>/gi, '')
    .replace(
      /&(#39|[a-z]+);/gi,
      (whole, name: string) => namedEntities.get(name.toLowerCase()) ?? whole,
    )
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

function mentions(entities: readonly unknown[]): Mention[] {
  return entities.flatMap((entity) => {
    const text = fieldOf(entity, 'text');
    const id = fieldOf(fieldOf(entity, 'mentioned'), 'id');
    const usable = fieldOf(entity, 'type') === 'mention' && typeof text === 'string' && text !== '';
    const entra = fieldOf(fieldOf(entity, 'mentioned'), 'aadObjectId');
    const userId = typeof entra === 'string' ? entra : id;
    return usable && typeof id === 'string' && typeof userId === 'string'
      ? [{ id, userId, text }]
      : [];
  });
}
