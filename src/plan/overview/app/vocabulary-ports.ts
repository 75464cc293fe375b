// What the application asks of the record before it reads a sentence: everything that one may name.
import type { Temporal } from 'temporal-polyfill';
import type { Rag } from '../../../core/message/domain/rag.ts';
import type { NamedPerson } from '../../../people/people/domain/match-person.ts';
import type { PlanRefs } from '../../objectives/domain/plan-refs.ts';

/** What of the plan a sentence may name, and what of it is somebody's own. */
export type Vocabulary = {
  readonly plan: PlanRefs;
  readonly people: readonly NamedPerson[];
  /** Without workstreams. */
  readonly themes: readonly { readonly number: number; readonly name: string }[];
  /** Open objectives that the person answers for, in the order of people. */
  readonly own: readonly {
    readonly ref: string;
    readonly rag: Rag | null;
    /** Whether they own it, and do not only stand in for somebody. */
    readonly owns: boolean;
  }[];
};

export interface VocabularyReads {
  /** In one question; the plan's references are those in memory where their stamp still stands. */
  of(personId: string, today: Temporal.PlainDate): Promise<Vocabulary>;
}

declare module '../../../core/request/app/ports.ts' {
  interface Repositories {
    readonly vocabulary: VocabularyReads;
  }
}
