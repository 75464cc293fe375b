// How people type a step of a forum's chase: `nudge -2 days 11:00`, `office off`, `last call default`, `default`.

import { parseTimeOfDay, TIME_OF_DAY } from '../../../core/dates/domain/time-of-day.ts';
import type { AskStep, ReportStep } from '../../../core/outbox/domain/past-chase.ts';
import { checkOwnRules, defaultSteps, type OwnChaseRules } from './chase-rules.ts';

const STEP =
  /^(open|nudge|last[\s-]?call|due[\s-]?today|overdue|roll[\s-]?up|office)\b[\s:,]*(.*)$/i;
const WHEN = new RegExp(
  `^([+\\-−–])?\\s*(\\d{1,2})(?:\\s*(?:working\\s+)?days?|\\s*wd)?(?:\\s+(?:at\\s+)?(${TIME_OF_DAY}))?$`,
  'i',
);

/**
 * What of the chase differs after these words. Null: they cannot be read, or do not fit the other steps.
 * @param own what differs now
 */
export function parseChaseChange(words: string, own: OwnChaseRules): OwnChaseRules | null {
  const text = words.trim();
  if (/^default$/i.test(text)) return {};
  const [, name = '', rest = ''] = STEP.exec(text) ?? [];
  const step = stepOf(name);
  if (!step) return null;
  if (/^default$/i.test(rest)) {
    const { [step]: _dropped, ...others } = own;
    return checkOwnRules(others);
  }
  if (/^(?:off|none)$/i.test(rest)) return checkOwnRules({ ...own, [step]: null });
  const when = readWhen(rest, step, own);
  return when && checkOwnRules({ ...own, [step]: when });
}

function readWhen(words: string, step: AskStep | ReportStep, own: OwnChaseRules) {
  const [, sign = '+', digits, clock] = WHEN.exec(words) ?? [];
  const time = clock === undefined ? null : parseTimeOfDay(clock);
  if (digits === undefined || (clock !== undefined && time === null)) return null;
  const before = own[step] ?? defaultSteps.find((rule) => rule.step === step);
  const days = Number(digits);
  return {
    workingDays: sign === '+' || days === 0 ? days : -days,
    time: time ?? before?.time ?? '10:00',
  };
}

function stepOf(typed: string): AskStep | ReportStep | undefined {
  const plain = (word: string) => word.toLowerCase().replace(/[\s-]/g, '');
  return defaultSteps.find(({ step }) => plain(step) === plain(typed))?.step;
}
