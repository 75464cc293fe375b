// What an operator's verbs ask of the record: whole partnerships, and nothing that is in them.
import type { Platform } from '../../../core/request/domain/platform.ts';
import type { Counts, OperatorEvent, PartnershipFacts, Subject } from '../domain/operator.ts';

/** What happens to a partnership is recorded in the same transaction. */
export interface OperatorStore {
  list(): Promise<readonly PartnershipFacts[]>;
  /** What operators did, oldest first. @param subjectId null: to every partnership, erased ones too */
  events(
    subjectId: string | null,
  ): Promise<readonly (OperatorEvent & { readonly subjectKey: string })[]>;
  note(subject: Subject, event: OperatorEvent): Promise<void>;
  bind(subject: Subject, platform: Platform, tenantId: string, event: OperatorEvent): Promise<void>;
  /** False: it was so before. When it is switched on again, what waits goes out as soon as it may. */
  switchOff(subject: Subject, off: boolean, event: OperatorEvent): Promise<boolean>;
  /** How many rows of which table there are. */
  count(subjectId: string): Promise<Counts>;
  /** Every row of every table as a line of JSON, all of one moment. @returns how many of which table */
  exportRows(subjectId: string, write: (line: string) => void): Promise<Counts>;
  /** Everything that the record holds of it. @returns how many rows of which table went */
  erase(subject: Subject, event: Omit<OperatorEvent, 'kind'>): Promise<Counts>;
}
