import { expect, it } from 'vitest';
import { indexRefs } from '../../../../src/plan/objectives/domain/plan-refs.ts';
import { isOwnForm } from '../../../../src/service/questions/domain/own-form.ts';

/** Its usage matters where a form is two words. */
const verbOf = (name: string) => ({
  name,
  usage: name === 'handover' ? 'handover <ref> @name | handover <accept|decline> <number>' : name,
});
const plan = indexRefs([{ id: '1', ref: '2B:2', title: 'Named workers' }]);

it.each([
  ['snooze until 28 June 2024', 'snooze', 'snooze until 2024-06-28'],
  ['kpi theme 9', 'kpi', 'kpi theme 1'],
  ['kpi', 'kpi', 'kpi theme 1'],
  ['digest sideways', 'digest', 'digest preview'],
  ['handover 2B:2 @nobody', 'handover', 'handover 2B:2'],
  ['handover accept x', 'handover', 'handover'],
  ['highlight theme 1 new words', 'highlight', 'highlight theme 1'],
  ['update confirm 9Z:9 red x', 'update', 'update 2B:2 red x'],
  ['help updat', 'help', 'help update'],
  ['admin sar', 'admin', 'help admin sar'],
])('leaves “%s” to its verb', (line, verb, understood) => {
  expect(isOwnForm(line, verbOf(verb), understood, plan)).toBe(true);
});

it.each([
  ['undo that', 'undo', 'undo'],
  ['why is 2B:2 red', 'why', 'why 2B:2'],
  ['who hasn’t replied yet', 'whoami', 'outstanding'],
  ['recovery', 'recovery', 'recovery 2B:2'],
  ['my actions please', 'mine', 'mine'],
])('reads “%s” as a sentence', (line, verb, understood) => {
  expect(isOwnForm(line, verbOf(verb), understood, plan)).toBe(false);
});
