// What the application asks of the record about which digests people take, and when.
import type { DigestChoice, DigestVariant } from '../domain/digest-choice.ts';

export type PersonDigestChoice = DigestChoice & {
  readonly personId: string;
  readonly variant: DigestVariant;
};

export interface DigestChoiceReads {
  /** What was chosen, of everybody or of one person; who chose nothing is not among them. */
  list(personId?: string): Promise<PersonDigestChoice[]>;
}

export interface DigestChoiceWrites {
  /** Says for one digest of a person what holds now; what the change leaves out stays. */
  set(personId: string, variant: DigestVariant, change: Partial<DigestChoice>): Promise<void>;
}

export type DigestChoiceRepository = DigestChoiceReads & DigestChoiceWrites;

declare module '../../../core/request/app/ports.ts' {
  interface ReadingPorts {
    readonly digestChoices: DigestChoiceReads;
  }
  interface Repositories {
    readonly digestChoices: DigestChoiceRepository;
  }
}
