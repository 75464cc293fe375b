// What the application asks of the record about what the colours mean here.
import type { Rag, RatingKind } from '../../../core/message/domain/rag.ts';

export type RagWording = {
  readonly rating: RatingKind;
  readonly rag: Rag;
  readonly wording: string;
  readonly example: boolean;
};

export interface RagWordingReads {
  /** What the current version says; a colour that it does not word is missing. */
  list(): Promise<RagWording[]>;
}

export interface RagWordingWrites {
  set(rating: RatingKind, rag: Rag, wording: string): Promise<void>;
}

export type RagWordingRepository = RagWordingReads & RagWordingWrites;

declare module '../../../core/request/app/ports.ts' {
  interface ReadingPorts {
    readonly ragWordings: RagWordingReads;
  }
  interface Repositories {
    readonly ragWordings: RagWordingRepository;
  }
}
