// What the application asks of the record about board packs: what a meeting was given, kept as it was.

import type { Temporal } from 'temporal-polyfill';
import type { DocumentFormat } from '../../../core/message/domain/document-format.ts';
import type { Document } from '../../../core/message/messages/document.ts';
import type { PackRatings } from '../domain/pack-ratings.ts';

export type PackView = {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly meetingId: string;
  readonly meetingTitle: string;
  readonly heldOn: Temporal.PlainDate;
  readonly forumId: string;
  readonly madeBy: string;
  readonly madeAt: Temporal.Instant;
  /** What it said of ratings; null: it was made before packs kept that. */
  readonly ratings: PackRatings | null;
};

export type PackFile = {
  readonly format: DocumentFormat;
  readonly sha256: string;
  readonly bytes: Uint8Array;
};

export interface PackReads {
  /** The latest number first, and of one number the latest version. */
  list(): Promise<PackView[]>;
  /** The files of one pack, byte for byte. */
  files(packId: string): Promise<PackFile[]>;
}

export interface PackWrites {
  /** In the caller's transaction. False when the meeting has this version already, or another pack this number. */
  add(pack: {
    readonly number: number;
    readonly version: number;
    readonly meetingId: string;
    readonly content: Document;
    readonly ratings: PackRatings;
    readonly files: readonly PackFile[];
    readonly madeById: string;
    readonly at: Temporal.Instant;
  }): Promise<boolean>;
}

export type PackRepository = PackReads & PackWrites;

declare module '../../../core/request/app/ports.ts' {
  interface Repositories {
    readonly packs: PackRepository;
  }
}
