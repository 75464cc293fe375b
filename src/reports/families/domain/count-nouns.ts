// Which words are people and their cases, for whoever looks for counts of them, and which are other things.

/** Children, families and others whom the page could give away, and cases that are one person's each. */
export const PEOPLE = words(
  `child children kid kids pupil pupils student students learner learners baby babies infant infants toddler toddlers
  teenager teenagers teen teens adolescent adolescents youngster youngsters youth youths adult adults boy boys girl girls
  son sons daughter daughters twins sibling siblings brother brothers sister sisters parent parents mother mothers father
  fathers mum mums dad dads carer carers guardian guardians grandparent grandparents family families household households
  person persons people individual individuals patient patients resident residents leaver leavers starter starters
  applicant applicants respondent respondents
  case cases appeal appeals tribunal tribunals hearing hearings complaint complaints suspension suspensions exclusion
  exclusions allegation allegations incident incidents death deaths diagnosis diagnoses detention detentions arrest arrests
  absence absences admission admissions mediation mediations refusal refusals ehcp ehcps ehcna ehcnas claim claims
  referrals requests placements assessments applications plans cyp yp`,
);

/** Of two or more these are the first half of a thing’s name: “three family days”. */
export const SINGULAR: ReadonlyMap<string, string> = new Map([
  ['child', 'children'],
  ['person', 'people'],
  ['family', 'families'],
  ['household', 'households'],
  ['baby', 'babies'],
  ['diagnosis', 'diagnoses'],
  ...`kid pupil student learner infant toddler teenager teen adolescent youngster youth adult boy girl son daughter sibling
  brother sister parent mother father mum dad carer guardian grandparent individual patient resident leaver starter
  applicant respondent case appeal tribunal hearing complaint suspension exclusion allegation incident death detention
  arrest absence admission mediation refusal ehcp ehcna claim`
    .split(/\s+/)
    .map((word) => [word, `${word}s`] as const),
]);

/** Words between a number and its people. No other noun: “three things families told us” counts no families. */
const BETWEEN = words(
  `of the our these those their all more other such new young younger older further additional different local open
  vulnerable eligible school school-age school-aged nursery pre-school primary secondary mainstream sixth-form late overdue
  send sen ehcp ehc care early home out deaf blind white black asian single foster adoptive birth traveller refugee severe
  complex year years key stage or and looked after little tiny small very ill sick poor rural trans gay`,
);
const BETWEEN_ENDING = /^\p{L}{2,}(?:-\p{L}+)?(?:ed|ing|al|ic|ive|ous|able|less|ful|ent|ant|ly)$/u;

export function standsBetween(word: string): boolean {
  return BETWEEN.has(word) || BETWEEN_ENDING.test(word) || /^\p{L}+-[\p{L}-]+$/u.test(word);
}

/** After the people’s word: they are in the name of a thing, as in “two parent carer forums”. */
export const NAMED_AFTER_PEOPLE = words(
  `forum forums hub hubs centre centres unit units room rooms event events service services team teams record records
  board boards panel panels day days night nights evening evenings session sessions workshop workshops survey surveys
  guide guides club clubs network networks officer officers adviser advisers advisor advisors worker workers school
  schools home homes programme programmes pathway pathways page pages line lines letter letters leaflet leaflets
  newsletter newsletters council councils rep reps representative representatives link links lead leads group groups
  voice form forms system systems review reviews meeting meetings conference conferences handbook handbooks profile
  profiles passport passports champion champions ambassador ambassadors friendly psychologist psychologists therapist
  therapists nurse nurses practitioner practitioners support liaison engagement management process processes study
  studies stage stages procedure procedures officer plan plans referral`,
);

/** Numbers of these tell of no child. */
export const OTHER_THINGS = words(
  `session sessions school schools setting settings college colleges nurseries area areas step steps stage stages phase
  phases part parts service services team teams action actions objective objectives milestone milestones priority
  priorities theme themes workshop workshops meeting meetings letter letters post posts district districts place places
  town towns village villages county counties page pages question questions project projects organisation organisations
  partner partners way ways thing things option options reason reasons time times visit visits review reviews course
  courses module modules building buildings room rooms hub hubs centre centres strand strands pilot pilots site sites
  event events policy policies document documents guide guides leaflet leaflets aim aims goal goals promise promises
  target targets measure measures kind kinds type types sort sorts piece pieces list lists line lines point points
  example examples trust trusts council councils clinic clinics hospital hospitals`,
);

/** Lengths of time and the like. */
export const UNITS = words(
  `day days week weeks month months year years hour hours minute minutes second seconds term terms night nights weekend
  weekends times time mile miles metre metres kilometres km pence pound pounds am pm o'clock percent`,
);
export const BEFORE_UNITS = words(
  'working school calendar clear full more further academic whole extra business term-time',
);

/** A number behind one of these is its name: “Year 4”, “theme 1”, “aged 3”. */
export const LABELS = words(
  `year years stage stages phase phases ks theme themes tier tiers level levels band bands grade grades step steps part
  parts priority priorities section sections chapter page pages objective objectives action actions kpi kpis quote item
  items goal goals aim standard type option options version table figure appendix question round wave strand no number ref
  route day week month term age aged ages`,
);
/** Only with a capital: “Class 3”; in small letters it may be “in this class 3 children”. */
export const CAPITAL_LABELS = words('area class group room ward unit zone team house block');
/** Before a label that names no number: “last year 4 children”. */
export const NO_LABEL_AFTER = words(
  'last this next each every per a an one the that same past previous school whole first second',
);
export const MONTHS = words(
  'january february march april may june july august september october november december',
);

export function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
