// Whether an e-mail address is a team's mailbox: every part of it names work, none of it a person.
import { forenames, smallForenames, wordNames } from './personal-data-names.ts';

const WORK: ReadonlySet<string> = new Set(
  (
    'access accounts queries query year years area central city county caseload applications carers forum commissioners nursery admin admissions advice adult adults advocacy alternative and ap assessment attendance audit autism board bookings business camhs care ' +
    'casework caseworkers cdc cdop children childrens clinic commissioning communications communities community complaints comms consultation ' +
    'contact contracts council county customer data dco democratic desk dpo dso duty early education ehc ehcp ehcps eh elections engagement enquiries ' +
    'enquiry estates eyfs ey events exclusions families feedback fis finance foi forum fostering governance governor governors health hello help helpdesk helpline hr hub ' +
    'ict icb improvement inbox inclusion info information integrated intake it joint jobs la lado learning legal local mail mailbox mash media mediation mental ' +
    'meetings minutes noreply no nhs north notifications offer office ot outreach pa panel participation partnership partnerships pcf performance phone pmo policy portal press pap ' +
    'primary procurement programme project projects protection provision quality recruitment referral referrals reply reports reporting resource returns review reviews safeguarding ' +
    'salt school schools secondary secretariat secretary sen senco sencos send sendiass sendias senteam services service shared short breaks siab ' +
    'single sensory social south east west special statutory strategy support survey surveys systems team teams the therapies therapy to training transport ' +
    'newsletter reception membership tenders invoices payments neuro neurodevelopmental audiology physio physiotherapy paeds paediatrics portage transition transitions preparing adulthood digital web website marketing library skills virtual specialist teaching psychology psychologists eps therapists moderation finance volunteering volunteers conference activities holiday club respite residential outcomes evidence returns plan plans pap sendteam localoffer keyworking keyworkers vi hi msi qtvi nursing nurses cyp lac cla pep peps eotas ehe cme tuition hospital hearing vision sensory participation youthvoice families family ambassadors equality accessibility easyread translation interpreters records archive insight intelligence strategy change delivery workforce jobs send2 ask hi talk tell say voices views ' +
    'travel tribunal tribunals tuition virtual voice webmaster yot young youth youthforum for 0 25 co production coproduction planning place places statutory'
  ).split(' '),
);
/** A word that only a mailbox for many ends with, written together with others: “sendinfo”. */
const SHARED =
  /(?:team|office|mailbox|inbox|enquiries|info|admin|support|helpdesk|services?|hub|panel|advice|queries|offer|referrals|commissioning)$/;
/** People whom a team serves: a mailbox only with the word for a team at its end. */
const SERVED: ReadonlySet<string> = new Set([
  'parent',
  'parents',
  'carer',
  'family',
  'child',
  'pupil',
]);
/** Sixty-four characters are the most before the @. */
const MAX = 64;

/** Whether the mailbox belongs to a team: `send.team@…`, `localoffer@…`; `owner@…` or `head@…` is one person. */
export function isTeamMailbox(email: string): boolean {
  const mailbox = email
    .slice(0, MAX + 1)
    .replace(/(?:@| ?[([]at[)\]]).*$/su, '')
    .toLowerCase();
  const parts = mailbox.split(/[._+-]/).filter(Boolean);
  // “sendqa@…gov.uk”: an abbreviation behind the team's word.
  if (INSTITUTION.test(email) && parts.length === 1 && WORK_FIRST.test(mailbox))
    return !isName(mailbox);
  if (INSTITUTION.test(email) && parts.length > 1 && parts.some(isOfWork)) {
    return parts.every((part) => isOfWork(part) || (part.length > 2 && !isName(part)));
  }
  return (
    parts.length > 0 &&
    parts.some((part) => part.length > 2) &&
    parts.every((part) => isOfWork(part) || (SERVED.has(part) && SHARED.test(mailbox)))
  );
}

/** “aldershaw.complaints@…gov.uk”: beside a team's word a place or an abbreviation may stand. */
const WORK_FIRST =
  /^(?:send|sen|ehcp?|ehc|senco|inclusion|education|schools?|childrens|transport|commissioning|admissions|quality|health|therapies|families|earlyhelp|earlyyears|localoffer|performance|finance)[a-z]{1,5}$/;
const INSTITUTION = /(?:gov\.uk|nhs\.uk|nhs\.net|sch\.uk|police\.uk)$/i;

function isName(part: string): boolean {
  const name = part.charAt(0).toUpperCase() + part.slice(1);
  return smallForenames.has(part) || forenames.has(name) || wordNames.has(name) || /\d/.test(part);
}

function isOfWork(part: string): boolean {
  if (WORK.has(part) || (part.length > 5 && isMadeOfWork(part))) return true;
  const shared = SHARED.exec(part);
  return shared !== null && isMadeOfWork(part.slice(0, shared.index));
}

/** Words of work written together, each as long as it goes. */
function isMadeOfWork(letters: string): boolean {
  const reached = [true];
  for (let end = 1; end <= letters.length; end++) {
    reached[end] = reached.some(
      (from, start) => from && start < end && WORK.has(letters.slice(start, end)),
    );
  }
  return reached[letters.length] === true && !smallForenames.has(letters);
}
