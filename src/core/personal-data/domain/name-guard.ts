// The personal-data guard over what is written in one go: the name of a file or a sheet, an address of the web.
import { findCertainData, type PersonalDataKind } from './personal-data.ts';

const NOBODY = { emails: new Set<string>(), names: [] };

/** What a name certainly has of personal data in it; whatever parts its words counts as a space. */
export function personalKinds(name: string): PersonalDataKind[] {
  const words = name.replace(/[^\p{L}\p{N}@.]+/gu, ' ');
  return [...new Set(findCertainData(words, NOBODY).map(({ kind }) => kind))];
}

/** Whether a name certainly has personal data in it. */
export function isPersonalName(name: string): boolean {
  return personalKinds(name).length > 0;
}
