// A change to the plan that somebody proposes: what it would do, whether the plan has overtaken it since,
// and what it looks like kept as JSON.
import { Temporal } from 'temporal-polyfill';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import type { Objective, ObjectiveLink } from '../../../plan/objectives/domain/objective.ts';
import {
  isLinked,
  type LinkTarget,
  linkText,
} from '../../../plan/objectives/domain/objective-link.ts';
import type { ItemKind } from '../../../plan/plan-items/domain/plan-item.ts';

export type ChangeKind = 're-date' | 're-word' | 're-own' | 're-link' | 'add' | 'close';
export type ChangeState = 'proposed' | 'approved' | 'rejected' | 'withdrawn';

/** The words that can be changed: the objective's own, and its success measure. */
export type WordedField = 'title' | 'successMeasure';
/** The parts that a plan consists of; all others are recorded by the people who work on it. */
export type PlanPartKind = Extract<ItemKind, 'action' | 'milestone' | 'measure' | 'risk'>;
export type OwnRole = 'owner' | 'deputy';

export type NamedPerson = {
  readonly personId: string;
  readonly name: string;
  readonly organisation: string;
};

/** An action, milestone, measure or risk, as it was called when a change of it was proposed. */
export type PartTarget = {
  readonly itemId: string;
  readonly kind: PlanPartKind;
  /** Within the objective: 1, 1.2, M1, R1. */
  readonly ref: string;
  readonly title: string;
};

/** What is proposed. `from` is what the plan said then: where it says something else, nobody agreed to this. */
export type Proposal =
  | {
      readonly kind: 're-date';
      /** Absent: the objective itself. */
      readonly part?: PartTarget;
      readonly from: FuzzyDate | null;
      readonly to: FuzzyDate;
    }
  | {
      readonly kind: 're-word';
      /** Of a part only the title. */
      readonly part?: PartTarget;
      readonly field: WordedField;
      readonly from: string | null;
      readonly to: string;
    }
  | {
      readonly kind: 're-own';
      /** An action or milestone. Absent: the objective itself. */
      readonly part?: PartTarget;
      readonly role: OwnRole;
      readonly from: readonly string[];
      readonly to: NamedPerson;
    }
  | {
      readonly kind: 're-link';
      readonly do: 'link' | 'unlink';
      readonly target: LinkTarget;
    }
  | {
      readonly kind: 'add';
      readonly what: 'objective';
      readonly ref: string;
      readonly title: string;
      readonly due: FuzzyDate | null;
      readonly owner: NamedPerson | null;
      readonly theme: { readonly id: string; readonly name: string } | null;
    }
  | {
      readonly kind: 'add';
      readonly what: PlanPartKind;
      /** The reference of a milestone's action. */
      readonly parentRef: string | null;
      readonly title: string;
      readonly due: FuzzyDate | null;
    }
  | { readonly kind: 'close' };

/** What the plan says now where the proposal was made on something else; null: it stands as it was. */
export type Overtaken = { readonly what: string; readonly was: string; readonly is: string };

/** A part as it stands, and who holds the role that a proposal of it is about. */
export type PartNow = Pick<Objective, 'title' | 'due'> & { readonly holders: readonly string[] };

/**
 * Whether the plan has moved on since the proposal was made. A closed objective takes no change.
 * @param part the part that it is about, as it is now
 * @param links what the objective is linked to now
 */
export function overtakenBy(
  proposal: Proposal,
  objective: Objective,
  part: PartNow | null = null,
  links: readonly ObjectiveLink[] = [],
): Overtaken | null {
  if (objective.status === 'closed') return { what: 'status', was: 'open', is: 'closed' };
  switch (proposal.kind) {
    case 're-date':
      return differs('date', dateWords(proposal.from), dateWords((part ?? objective).due));
    case 're-word':
      return differs(
        fieldWords[proposal.field],
        proposal.from ?? 'none',
        (part ? part.title : objective[proposal.field]) ?? 'none',
      );
    case 're-own':
      return (
        differs(
          proposal.role,
          namesText(proposal.from),
          namesText(part ? part.holders : namesOf(objective, proposal.role)),
        ) ?? (part ? null : ownDeputy(proposal, objective))
      );
    case 're-link':
      return differs(
        `link to ${linkText(proposal.target)}`,
        proposal.do === 'link' ? 'not there' : 'there',
        isLinked(proposal.target, objective.themes, links) ? 'there' : 'not there',
      );
    case 'add':
    case 'close':
      return null;
    default:
      return proposal satisfies never;
  }
}

/** An owner is not their own deputy. Null: they would not be. */
export function ownDeputy(
  { role, to }: Extract<Proposal, { kind: 're-own' }>,
  objective: Objective,
): Overtaken | null {
  const owns = objective.assignees.some(
    (one) => one.role === 'owner' && one.personId === to.personId,
  );
  if (role !== 'deputy' || !owns) return null;
  return { what: 'proposed deputy', was: personText(to), is: 'its owner' };
}

/** The person whom a proposal gives something to, and as what; null: it gives nobody anything. */
export function receiverOf(
  proposal: Proposal,
): { readonly role: OwnRole; readonly person: NamedPerson } | null {
  if (proposal.kind === 're-own') return { role: proposal.role, person: proposal.to };
  if (proposal.kind !== 'add' || proposal.what !== 'objective' || !proposal.owner) return null;
  return { role: 'owner', person: proposal.owner };
}

/** What each field is called in a sentence. */
export const fieldWords = {
  title: 'title',
  successMeasure: 'success measure',
} as const satisfies Record<WordedField, string>;

/** `by July 2024`, or `no date`. */
export function dateWords(date: FuzzyDate | null): string {
  return date?.text ?? 'no date';
}

/** `Sam Taylor, NHS; …`, or `nobody`. */
export function namesText(names: readonly string[]): string {
  return names.length === 0 ? 'nobody' : names.join('; ');
}

/** Who holds the role today, as the plan names them; an organisation where it named nobody. */
export function namesOf({ assignees }: Pick<Objective, 'assignees'>, role: OwnRole): string[] {
  return assignees
    .filter((one) => one.role === role)
    .map(({ name, organisation }) => (name ? `${name}, ${organisation}` : organisation));
}

/** `Sam Taylor, NHS`. */
export function personText({ name, organisation }: NamedPerson): string {
  return `${name}, ${organisation}`;
}

/** The part that a proposal is to change; null: it is about the objective as a whole. */
export function partOf(proposal: Proposal): PartTarget | null {
  return 'part' in proposal ? (proposal.part ?? null) : null;
}

/** The area that a reference begins with: `2B:5` is of area 2. Null: it has no leading number. */
export function areaOf(ref: string): string | null {
  return /^\d+/.exec(ref.trim())?.[0] ?? null;
}

type StoredDate = Omit<FuzzyDate, 'lastDay'> & { readonly lastDay: string };

type Stored<T> = T extends FuzzyDate
  ? StoredDate
  : T extends object
    ? { readonly [K in keyof T]: Stored<T[K]> }
    : T;

/** A proposal as JSON keeps it: days are ISO text. */
export type StoredProposal = Stored<Proposal>;

/** What is kept of a proposal. */
export function storedProposal(proposal: Proposal): unknown {
  return JSON.parse(JSON.stringify(proposal));
}

/** A proposal as `storedProposal` kept it. */
export function fromStoredProposal(stored: StoredProposal): Proposal {
  switch (stored.kind) {
    case 're-date':
      return {
        ...stored,
        from: stored.from && fromStoredDate(stored.from),
        to: fromStoredDate(stored.to),
      };
    case 'add':
      return { ...stored, due: stored.due && fromStoredDate(stored.due) };
    case 're-word':
    case 're-own':
    case 're-link':
    case 'close':
      return stored;
    default:
      return stored satisfies never;
  }
}

function fromStoredDate({ text, precision, lastDay }: StoredDate): FuzzyDate {
  return { text, precision, lastDay: Temporal.PlainDate.from(lastDay) };
}

function differs(what: string, was: string, is: string): Overtaken | null {
  return was === is ? null : { what, was, is };
}
