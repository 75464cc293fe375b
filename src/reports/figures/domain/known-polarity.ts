// Whether a rise is good, for indicators that are published nationally and read the same way everywhere. It is only
// proposed: nothing is better or worse by it before somebody who may decide has confirmed it.
import type { Polarity } from './kpi-reading-aid.ts';

export type ProposedPolarity = {
  readonly polarity: Extract<Polarity, 'up-is-good' | 'up-is-bad'>;
  /** What the indicator is, and who publishes it. */
  readonly source: string;
};

type Known = readonly [form: RegExp, polarity: ProposedPolarity['polarity'], source: string];

/** By what a name says; the first that fits counts. */
const KNOWN: readonly Known[] = [
  [
    /\b(?:permanent(?:ly)? )?(?:exclu(?:sions?|ded)|suspen(?:sions?|ded))\b/i,
    'up-is-bad',
    'DfE, Suspensions and permanent exclusions in England',
  ],
  [
    /\b(?:persistent(?:ly)? |severe(?:ly)? |overall |unauthorised )*(?:absence|absent|absenteeism)\b/i,
    'up-is-bad',
    'DfE, Pupil absence in schools in England',
  ],
  [/\battendance\b/i, 'up-is-good', 'DfE, Pupil attendance in schools'],
  [
    /\bNEET\b|not in education, employment or training/i,
    'up-is-bad',
    'DfE, NEET and participation',
  ],
  [
    /\b(?:EHC(?:P| plan)s?|plans?|assessments?)\b.*\b(?:within|in|under) (?:20|twenty) weeks\b|\b20[- ]week (?:timeliness|timescale)/i,
    'up-is-good',
    'DfE, Education, health and care plans (SEN2)',
  ],
  [
    /\bannual reviews?\b.*\b(?:within|on time|timescales?|timeframes?|completed)\b/i,
    'up-is-good',
    'DfE, Education, health and care plans (SEN2)',
  ],
  [
    /\bgood level of development\b|\bGLD\b/i,
    'up-is-good',
    'DfE, Early years foundation stage profile results',
  ],
  [
    /\bkey stage [12]\b.*\b(?:expected|higher) (?:level|standard)\b|\bphonics\b.*\b(?:expected|met)\b/i,
    'up-is-good',
    'DfE, Key stage 1 and 2 attainment',
  ],
  [
    /\b(?:attainment|progress) 8\b|\bgrades? (?:5|4)\b.*\bEnglish and math/i,
    'up-is-good',
    'DfE, Key stage 4 performance',
  ],
  [
    /\b(?:wait(?:ing)?|waits?)\b.*\b(?:times?|days?|weeks?|list|over|longer)\b|\b(?:number|children|people) waiting\b/i,
    'up-is-bad',
    'NHS England, waiting times statistics',
  ],
  [/\bsupported internships?\b/i, 'up-is-good', 'DfE, Education, health and care plans (SEN2)'],
  [
    /\b(?:graded|rated|judged)\b.*\b(?:good|outstanding)\b/i,
    'up-is-good',
    'local audit of plans; Ofsted grades',
  ],
  [
    /\bre-?referrals?\b|\brepeat (?:referrals?|child protection plans?)\b/i,
    'up-is-bad',
    'DfE, Children in need',
  ],
];
/** "Reduction in …" does not say whether the figure is the reduction or what was to be reduced. */
const TURNED = /^(?:reduction|decrease|fall|increase|rise|improvement|change)\b/i;

/** What is proposed for a KPI of this name; null: the name says no indicator that is known. */
export function proposedPolarity(name: string): ProposedPolarity | null {
  if (TURNED.test(name.trim())) return null;
  const found = KNOWN.find(([form]) => form.test(name));
  return found ? { polarity: found[1], source: found[2] } : null;
}
