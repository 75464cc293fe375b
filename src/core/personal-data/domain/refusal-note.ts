// The reasons for which a note cannot be recorded.
import type { PersonalDataKind } from './personal-data.ts';

export type NoteRefusal =
  | { readonly code: 'note-too-long'; readonly length: number; readonly limit: number }
  | { readonly code: 'bad-characters'; readonly cleaned: string }
  | { readonly code: 'broadcast-mention'; readonly word: string }
  | {
      readonly code: 'personal-data';
      readonly kinds: readonly PersonalDataKind[];
      /** The note with a neutral phrase for every find. */
      readonly wording: string;
      /** The line up to the note. */
      readonly start: string;
      /** The note as typed where a find is only likely; null where one is certain. */
      readonly typed: string | null;
    };

declare module '../../request/domain/refusal.ts' {
  interface Refusals {
    readonly note: NoteRefusal;
  }
}
