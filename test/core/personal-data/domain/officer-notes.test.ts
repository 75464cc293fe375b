// How well the personal-data guard does on notes as officers write them; `npm run guard` prints the same table.
import { describe, expect, it } from 'vitest';
import {
  findPersonalData,
  suggestedWording,
} from '../../../../src/core/personal-data/domain/personal-data.ts';
import { decide, guardTable, officerNotes, precisions, scoreNotes } from './support/guard-score.ts';

const notes = officerNotes();
const nobody = { emails: new Set<string>(), names: [] };

describe('the guard on notes as officers write them', () => {
  const scores = scoreNotes(notes);
  console.log(guardTable(notes));

  it('has labels enough, and none twice', () => {
    const plain = notes.filter(({ expected }) => expected === 'take');
    expect(plain.length).toBeGreaterThanOrEqual(1_400);
    expect(notes.length - plain.length).toBeGreaterThanOrEqual(950);
    expect(notes.filter(({ set }) => set === 'held-out').length).toBeGreaterThanOrEqual(800);
    expect(new Set(notes.map(({ text }) => text)).size).toBe(notes.length);
  });

  it.each(scores.filter(({ expected }) => expected === 'refuse'))('refuses $kind', (score) => {
    expect(score.right / score.notes).toBeGreaterThanOrEqual(0.99);
  });

  it.each(scores.filter(({ expected }) => expected === 'ask'))('asks about $kind', (score) => {
    expect(score.right / score.notes).toBeGreaterThanOrEqual(0.95);
  });

  it('stops or asks about at most 15 in 1000 plain notes', () => {
    const plain = notes.filter(({ expected }) => expected === 'take');
    const stopped = plain.filter(({ text }) => decide(text) !== 'take');
    expect(
      stopped.length / plain.length,
      stopped.map(({ text }) => text).join('\n'),
    ).toBeLessThanOrEqual(0.015);
  });

  it('is certain only of what is', () => {
    const certain = [...precisions(notes)].filter(([row]) => row.endsWith('certain'));
    expect(certain.length).toBe(6);
    expect(certain.filter(([, precision]) => precision < 1)).toEqual([]);
  });

  it('suggests only a wording that would be taken', () => {
    const refused = notes
      .map(({ text }) => ({ text, findings: findPersonalData(text, nobody) }))
      .filter(({ findings }) => findings.length > 0)
      .map(({ text, findings }) => suggestedWording(text, findings))
      .filter((wording) => decide(wording) !== 'take');
    expect(refused).toEqual([]);
  });
});
