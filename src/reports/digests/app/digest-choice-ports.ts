// What the application asks of the record about which digests people take, and when.
import type { DigestChoice, DigestVariant } from '../domain/digest-choice.ts';

export type PersonDigestChoice = DigestChoice & {
  readonly personId: string;
  readonly variant: DigestVariant;
};

export interface DigestChoiceRepository {
  /** What was chosen, of everybody or of one person; who chose nothing is not among them. */
  list(personId?: string): Promise<PersonDigestChoice[]>;
  /** Says for one digest of a person what holds now; what the change leaves out stays. */
  set(personId: string, variant: DigestVariant, change: Partial<DigestChoice>): Promise<void>;
}

declare module '../../../core/request/app/ports.ts' {
  interface Repositories {
    readonly digestChoices: DigestChoiceRepository;
  }
}
