// What the application asks of the record about the versions of the plan.
import type { Temporal } from 'temporal-polyfill';
import type { PlanContent } from '../domain/plan-content.ts';

export type PlanVersionView = {
  readonly id: string;
  readonly number: number;
  readonly label: string;
  readonly status: 'draft' | 'current' | 'superseded';
  readonly publishedAt: Temporal.Instant | null;
  readonly publishedBy: string | null;
  /** Whether what it said is kept. */
  readonly frozen: boolean;
  /** How many approved changes count to it. */
  readonly changes: number;
  readonly example: boolean;
};

export interface PlanVersionReads {
  /** The first version first. */
  list(): Promise<PlanVersionView[]>;
  /** What a frozen version said; null: it was not frozen. */
  content(id: string): Promise<PlanContent | null>;
  /** What the plan says now. */
  readNow(today: Temporal.PlainDate): Promise<PlanContent>;
}

export interface PlanVersionWrites {
  /** Keeps the versions from anybody else until the transaction is over. */
  hold(): Promise<void>;
  /** Keeps what a version says; false when that was done before. */
  freeze(id: string, content: PlanContent): Promise<boolean>;
  /** The number of the new draft. */
  openDraft(label: string): Promise<number>;
  /**
   * Makes the draft the current version: areas and objectives move to it, the wording of the ratings is
   * copied, the version so far is superseded. False when it is a draft no more.
   */
  publish(
    draftId: string,
    content: PlanContent,
    by: string,
    at: Temporal.Instant,
  ): Promise<boolean>;
}

export type PlanVersionRepository = PlanVersionReads & PlanVersionWrites;

declare module '../../../core/request/app/ports.ts' {
  interface ReadingPorts {
    readonly planVersions: PlanVersionReads;
  }
  interface Repositories {
    readonly planVersions: PlanVersionRepository;
  }
}
