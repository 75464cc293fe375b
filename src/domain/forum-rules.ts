// A forum's lead times as people type them: `8 days 12:00 freeze 4`.
import type { ForumRules } from './cycle.ts';

const MAX_DAYS = 60;

/**
 * The rules that the words give; what they leave out stays as it is. Null: they cannot be read, or the
 * papers would freeze before the returns are due.
 * @param words working days before the meeting, local time of day, freeze in working days before the meeting
 */
export function readForumRules(words: string, now: ForumRules): ForumRules | null {
  const read =
    /^(\d{1,2})\s*(?:working\s+)?days?(?:\s+(?:at\s+)?(\d{1,2}):(\d{2}))?(?:,?\s+freeze\s+(\d{1,2})(?:\s*(?:working\s+)?days?)?)?$/i.exec(
      words.trim(),
    );
  if (!read) return null;
  const [, days, hour, minute, freeze] = read;
  const rules = {
    returnLeadWorkingDays: Number(days),
    returnDueTime: hour && minute ? `${hour.padStart(2, '0')}:${minute}` : now.returnDueTime,
    freezeLeadWorkingDays: freeze === undefined ? now.freezeLeadWorkingDays : Number(freeze),
  };
  const { returnLeadWorkingDays, freezeLeadWorkingDays } = rules;
  const fits =
    returnLeadWorkingDays >= 1 &&
    returnLeadWorkingDays <= MAX_DAYS &&
    freezeLeadWorkingDays <= returnLeadWorkingDays &&
    Number(hour ?? 0) < 24 &&
    Number(minute ?? 0) < 60;
  return fits ? rules : null;
}
