// The words of every refusal: what was wrong, and what to type instead. Exhaustive by type: a reason without words does
// not compile.

import { importRefusals } from '../../../control/imports/messages/refusal-import.ts';
import { planRefusals } from '../../../control/plan-changes/messages/refusal-plan.ts';
import { privacyRefusals } from '../../../control/privacy/messages/refusal-privacy.ts';
import { workbookRefusals } from '../../../control/workbook/messages/workbook-cards.ts';
import type { Message } from '../../../core/message/messages/message.ts';
import { noteRefusals } from '../../../core/personal-data/messages/refusal-note.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { requestRefusals } from '../../../core/request/messages/refusal-request.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import { themeRefusals } from '../../../core/themes/messages/refusal-theme.ts';
import { calendarRefusals } from '../../../cycle/calendar/messages/refusal-calendar.ts';
import { snoozeRefusals } from '../../../cycle/chases/messages/refusal-snooze.ts';
import { correctionRefusals } from '../../../cycle/corrections/messages/refusal-correction.ts';
import { meetingRefusals } from '../../../cycle/meetings/messages/refusal-meeting.ts';
import { returnRefusals } from '../../../cycle/returns/messages/refusal-return.ts';
import { partnershipRefusals } from '../../../people/accounts/messages/refusal-partnership.ts';
import { allowedRefusals } from '../../../people/guests/messages/refusal-allowed.ts';
import { organisationRefusals } from '../../../people/organisations/messages/refusal-organisation.ts';
import { peopleRefusals } from '../../../people/people/messages/refusal-people.ts';
import { webRefusals } from '../../../people/sessions/messages/refusal-web.ts';
import { absenceRefusals } from '../../../plan/absences/messages/refusal-absence.ts';
import { objectiveRefusals } from '../../../plan/objectives/messages/refusal-objective.ts';
import { itemRefusals } from '../../../plan/plan-items/messages/refusal-item.ts';
import { searchRefusals } from '../../../plan/search/messages/refusal-search.ts';
import { familiesRefusals } from '../../../reports/families/messages/refusal-families.ts';
import { highlightRefusals } from '../../../reports/highlights/messages/refusal-highlight.ts';
import { kpiRefusals } from '../../../reports/kpis/messages/refusal-kpi.ts';
import { packRefusals } from '../../../reports/packs/messages/refusal-pack.ts';
import { channelRefusals } from '../../channels/messages/refusal-channel.ts';
import { deliveryRefusals } from '../../delivery/messages/refusal-delivery.ts';
import { operatorRefusals } from '../../record/messages/refusal-operator.ts';

const words: Words<Refusal> = {
  ...requestRefusals,
  ...noteRefusals,
  ...themeRefusals,
  ...organisationRefusals,
  ...peopleRefusals,
  ...partnershipRefusals,
  ...allowedRefusals,
  ...webRefusals,
  ...objectiveRefusals,
  ...itemRefusals,
  ...searchRefusals,
  ...absenceRefusals,
  ...meetingRefusals,
  ...calendarRefusals,
  ...returnRefusals,
  ...correctionRefusals,
  ...snoozeRefusals,
  ...planRefusals,
  ...importRefusals,
  ...workbookRefusals,
  ...privacyRefusals,
  ...kpiRefusals,
  ...highlightRefusals,
  ...familiesRefusals,
  ...packRefusals,
  ...channelRefusals,
  ...deliveryRefusals,
  ...operatorRefusals,
};

/** The refusal as a message. Its first sentence says what was wrong. */
export function refusalMessage(refusal: Refusal): Message {
  return { ...wording(refusal), tone: 'attention' };
}

function wording(refusal: Refusal): Message {
  const word = words[refusal.code] as (one: Refusal, inner: typeof wording) => Message;
  return word(refusal, wording);
}
