// The consent of whoever said a quote: recorded, and taken back. The office's log keeps who recorded it, when, who gave it
// and in which form; what is taken back leaves the families' page at once.

import { type NoteNames, parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { quoted, refuseSeveral } from '../../../core/request/app/several-numbers.ts';
import { parseNumberList } from '../../../core/request/domain/number-list.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import {
  CONSENT_WORDS,
  consentText,
  parseConsent,
  type QuoteConsent,
} from '../domain/quote-consent.ts';
import type { Quote } from './family-ports.ts';

const VERB = 'admin families';

export type RecordedConsent = {
  readonly quote: Quote;
  /** Null: it was taken back. */
  readonly consent: QuoteConsent | null;
};

/** Every quote, and whether it may be published. Refusal: `not-permitted`. */
export async function listQuotes({
  actor,
  record,
}: Given<'actor', Uses<'families'>>): Promise<Result<Quote[]>> {
  const allowed = permit(actor, 'families', VERB);
  return allowed.ok ? ok(await record.families.quotes()) : allowed;
}

/**
 * Records what `3 by a parent, on a form` says, or that `3 withdrawn` was.
 * Refusals: `not-permitted`, `usage`, those of `parseTypedNote`, `unknown-family-subject`, `not-publishable`.
 */
export async function recordConsent(
  line: string,
  context: Given<Doing | 'today', Reads<NoteNames> & Commits<'audit' | 'families'>>,
): Promise<Result<RecordedConsent>> {
  const { actor, now } = context;
  const allowed = permit(actor, 'families', VERB);
  if (!allowed.ok) return allowed;
  const [, digits, words = ''] = /^(\d{1,4})\s+([\s\S]+)$/.exec(line) ?? [];
  const read = parseNumberList(line);
  const start = `${VERB} consent`;
  const several =
    read &&
    (refuseSeveral(read.numbers, (one) => `${start} ${one} ${read.words}`, null) ??
      // `3 4 parents, by e-mail`: the second number may well count those who gave it.
      (read.unclear.length > 0
        ? refuseSeveral(
            [...read.numbers, ...read.unclear],
            (one) => `${start} ${one} ${read.words}`,
            `${start} ${read.numbers.join()} ${quoted(words)}`,
          )
        : null));
  if (several) return several;
  const problem = `Say which quote, ${CONSENT_WORDS}: “admin families consent 3 parent, on a form”. To take it back: “admin families consent 3 withdrawn”.`;
  if (digits === undefined) return refuse({ code: 'usage', verb: VERB, problem });
  const number = Number(digits);
  const typed = await parseTypedNote(words, `admin families consent ${number}`, context);
  if (!typed.ok) return typed;
  const isWithdrawn = /^(?:withdrawn?|none)[.!]?$/i.test(typed.value ?? '');
  const consent = isWithdrawn ? null : parseConsent(typed.value ?? '');
  if (!isWithdrawn && !consent) return refuse({ code: 'usage', verb: VERB, problem });
  return await commitOnce(context, async ({ families, audit }) => {
    const by = { personId: actor.personId, at: now };
    const quote = await families.setConsent(number, consent !== null, by);
    if (!quote) return refuse({ code: 'unknown-family-subject', kind: 'quote', number });
    if (!consent && !quote.publishable)
      return refuse({ code: 'not-publishable', number, role: quote.role });
    await audit.append({
      kind: consent ? 'quote-consent' : 'quote-consent-withdrawn',
      summary: consent
        ? `consent to publish quote ${number} was recorded, given ${consentText(consent)}`
        : `consent to publish quote ${number} was withdrawn`,
      authorId: actor.personId,
      at: now,
    });
    return ok({ quote, consent });
  });
}
