// A line by the forms of its verb, with the objective that it is about.
import type { Forms, NamesOf } from '../../../core/message/domain/line-form.ts';
import { parseForm } from '../../../core/message/domain/parse-form.ts';
import type { Vocabulary } from '../../../core/message/domain/parse-piece.ts';
import type { Given } from '../../../core/request/app/command.ts';
import { type Lined, unreadLine, type WordsOf } from '../../../core/request/app/parse-words.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { Objective } from '../domain/objective.ts';
import type { PlanRefs } from '../domain/plan-refs.ts';
import { isOneRef, parseRefs } from '../domain/ref-list.ts';
import { askPlan, findNamedObjective, strangeRef } from './find-objective.ts';

/** What a line says, and which objective its `<ref>` names. */
export type LineOf<F extends Forms> = {
  [K in keyof F & string]: Extract<WordsOf<F>, { readonly form: K }> & {
    readonly objective: 'ref' extends NamesOf<F[K]> ? Objective : null;
  };
}[keyof F & string];

/** References as this plan prints them; where none stands, the first word is one that it has not. */
export function vocabularyOf(plan: PlanRefs): Vocabulary {
  return {
    refs: (text, follows) => {
      const read = parseRefs(text, plan, follows);
      if (read.refs.length > 0) return read;
      const [typed, rest] = strangeRef(text, plan);
      return typed === '' ? null : { refs: [typed], rest, isStrange: true };
    },
  };
}

/** Refusals: `usage` with the form that fits best; where that names an objective, those of `findNamedObjective`. */
export async function parseLine<F extends Forms>(
  own: Lined<F>,
  text: string,
  context: Given<'today', Reads<'objectives'>>,
): Promise<Result<LineOf<F>>> {
  const asked = await askPlan(text, context);
  const vocabulary = vocabularyOf(asked.plan);
  const reading = parseForm(text, own.forms, vocabulary);
  const isAbout = startsWithRef(own.forms, reading.form);
  const named = isAbout ? await findNamedObjective(text, own.verb, context, asked) : null;
  if (named && !named.ok) return named;
  if (reading.kind === 'unread') return refuse(unreadLine(own, reading, vocabulary));
  const { form, said, rest } = reading;
  return ok({ form, said, rest, objective: named?.value.objective ?? null } as LineOf<F>);
}

/** Which lines only ask, so that they have an answer as at a date: those of a form that is declared so. */
export function asksOnly(forms: Forms) {
  return async (line: string, { record }: { readonly record: Reads<'objectives'> }) => {
    const plan = await record.objectives.refs();
    const { kind, form } = parseForm(line, forms, vocabularyOf(plan));
    if (kind === 'unread' || !forms[form]?.dated) return false;
    // One word alone is a reference that the plan has not, and asked as one.
    return !startsWithRef(forms, form) || forms[form].parts.length > 1 || isOneRef(line, plan);
  };
}

function startsWithRef(forms: Forms, form: string): boolean {
  const [first] = forms[form]?.parts ?? [];
  return first?.is === 'slot' && first.kind === 'ref';
}
