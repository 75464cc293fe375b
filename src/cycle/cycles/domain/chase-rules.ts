// The escalation schedule as data: which step, when, to whom. A forum may differ from the defaults; what the
// record keeps of that is read here.
import type {
  AskStep,
  ChaseStep,
  EvidenceStep,
  ReportStep,
} from '../../../core/outbox/domain/past-chase.ts';

export type Audience = 'owners' | 'owners-and-deputies' | 'co-chairs' | 'office';

export type StepRule = {
  readonly step: AskStep | ReportStep;
  /** Working days after the day on which returns are due; before it when negative. */
  readonly workingDays: number;
  /** Local time of day, `HH:MM`. */
  readonly time: string;
  readonly to: Audience;
};

export type EvidenceRule = {
  readonly step: EvidenceStep;
  /** Calendar days before the review; null: the day on which the evidence is due. */
  readonly daysBefore: number | null;
  readonly time: string;
};

export type ChaseRules = {
  /** In order; a step that is left out is never sent. */
  readonly steps: readonly StepRule[];
  readonly evidence: readonly EvidenceRule[];
  /** When the cycle opens, whether or not its first request is sent. */
  readonly opens: { readonly workingDaysBefore: number; readonly time: string };
};

/** Local hours within which anything is sent that nobody waits for. */
export const SENDING_HOURS = { from: '09:00', until: '16:30' } as const;
/** How often one person is asked in one cycle at most. */
export const MAX_ASKED_A_CYCLE = 5;

const STEP_TIME = '10:00';

/** The whole schedule with its default days. */
export const defaultSteps: readonly StepRule[] = [
  { step: 'open', workingDays: -7, time: STEP_TIME, to: 'owners' },
  { step: 'nudge', workingDays: -3, time: STEP_TIME, to: 'owners' },
  { step: 'last-call', workingDays: -1, time: STEP_TIME, to: 'owners-and-deputies' },
  { step: 'due-today', workingDays: 0, time: STEP_TIME, to: 'owners' },
  { step: 'overdue', workingDays: 1, time: STEP_TIME, to: 'owners-and-deputies' },
  { step: 'roll-up', workingDays: 2, time: STEP_TIME, to: 'co-chairs' },
  { step: 'office', workingDays: 4, time: STEP_TIME, to: 'office' },
];

const defaultEvidence: readonly EvidenceRule[] = [
  { step: 'evidence-call', daysBefore: 24, time: STEP_TIME },
  { step: 'evidence-reminder', daysBefore: 17, time: STEP_TIME },
  { step: 'evidence-due', daysBefore: null, time: STEP_TIME },
];

/** What of a forum's chase differs: a step's day and time, or null where it is not sent at all. */
export type OwnChaseRules = {
  readonly [S in AskStep | ReportStep]?: {
    readonly workingDays: number;
    readonly time: string;
  } | null;
};

/** A forum’s schedule. Its first step says when the cycle opens, also where it is not sent. */
export function chaseRules(own: OwnChaseRules = {}): ChaseRules {
  const wanted = defaultSteps.map((rule) => ({ ...rule, ...own[rule.step] }));
  const [open] = wanted;
  return {
    steps: wanted.filter(({ step }) => own[step] !== null),
    evidence: defaultEvidence,
    opens: { workingDaysBefore: -(open?.workingDays ?? 0), time: open?.time ?? STEP_TIME },
  };
}

/** The steps that ask for a return. */
export const askSteps: readonly string[] = defaultSteps
  .filter(({ to }) => to.startsWith('owners'))
  .map(({ step }) => step);

/** Whether a step asks for a return, rather than telling others that none came. */
export function asksForReturn(step: ChaseStep): step is AskStep {
  return askSteps.includes(step);
}

/** Whether a step calls for evidence. */
export function isEvidenceStep(step: ChaseStep): step is EvidenceStep {
  return defaultEvidence.some((rule) => rule.step === step);
}

/** Where each step may lie, in working days after the returns are due. */
const bounds: Readonly<Record<AskStep | ReportStep, readonly [number, number]>> = {
  open: [-20, -1],
  nudge: [-20, -1],
  'last-call': [-20, -1],
  'due-today': [0, 0],
  overdue: [1, 10],
  'roll-up': [1, 10],
  office: [1, 20],
};

/**
 * What the record keeps, or what somebody typed, checked: times of day within the sending hours, days within
 * their bounds, steps in their order, and the open request first.
 * Null: it does not fit together.
 */
export function checkOwnRules(own: OwnChaseRules): OwnChaseRules | null {
  if (own.open === null) return null;
  const wanted = chaseRules(own).steps;
  const inOrder = wanted.every(
    ({ workingDays }, index) => index === 0 || workingDays > (wanted[index - 1]?.workingDays ?? 0),
  );
  const inBounds = wanted.every(({ step, workingDays, time }) => {
    const [from, until] = bounds[step];
    return (
      Number.isInteger(workingDays) &&
      workingDays >= from &&
      workingDays <= until &&
      /^([01]\d|2[0-3]):[0-5]\d$/.test(time) &&
      time >= SENDING_HOURS.from &&
      time <= SENDING_HOURS.until
    );
  });
  return inOrder && inBounds ? own : null;
}
