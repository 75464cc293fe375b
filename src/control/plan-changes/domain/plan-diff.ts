// What changed between two versions of the plan, field by field. Nothing that both of them keep is left out:
// whoever applies a difference to the one version gets the other.
import type {
  ContentArea,
  ContentDate,
  ContentObjective,
  ContentPart,
  ContentWording,
  PlanContent,
} from './plan-content.ts';

/** One field before and after. */
export type FieldChange<T, F extends keyof T = keyof T> = {
  [K in F]-?: { readonly field: K; readonly before: T[K]; readonly after: T[K] };
}[F];

type ObjectiveField = Exclude<keyof ContentObjective, 'ref' | 'parts'>;
type PartField = Exclude<keyof ContentPart, 'kind' | 'ref'>;

export type PartChange = {
  readonly before: ContentPart;
  readonly after: ContentPart;
  readonly fields: readonly FieldChange<ContentPart, PartField>[];
};

export type ObjectiveChange = {
  readonly ref: string;
  /** As it is called after. */
  readonly title: string;
  readonly example: boolean;
  readonly fields: readonly FieldChange<ContentObjective, ObjectiveField>[];
  readonly partsAdded: readonly ContentPart[];
  readonly partsRemoved: readonly ContentPart[];
  readonly partsChanged: readonly PartChange[];
};

export type PlanDiff = {
  readonly added: readonly ContentObjective[];
  readonly removed: readonly ContentObjective[];
  readonly changed: readonly ObjectiveChange[];
  readonly areasAdded: readonly ContentArea[];
  readonly areasRemoved: readonly ContentArea[];
  readonly areasRenamed: readonly {
    readonly ref: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly wordings: readonly {
    readonly rating: ContentWording['rating'];
    readonly rag: ContentWording['rag'];
    readonly before: string | null;
    readonly after: string | null;
  }[];
};

const objectiveFields = [
  'area',
  'title',
  'due',
  'originalDue',
  'successMeasure',
  'status',
  'closedOn',
  'owners',
  'deputies',
  'themes',
  'links',
  'example',
] as const satisfies readonly ObjectiveField[];
const partFields = ['title', 'due', 'status'] as const satisfies readonly PartField[];

/** What has to be done to `before` to get `after`. */
export function planDiff(before: PlanContent, after: PlanContent): PlanDiff {
  const objectives = compare(before.objectives, after.objectives, ({ ref }) => ref);
  const areas = compare(before.areas, after.areas, ({ ref }) => ref);
  const wordings = compare(
    before.ragWordings,
    after.ragWordings,
    ({ rating, rag }) => `${rating} ${rag}`,
  );
  return {
    added: objectives.added,
    removed: objectives.removed,
    changed: objectives.kept
      .map(([one, other]) => objectiveChange(one, other))
      .filter(({ fields, partsAdded, partsRemoved, partsChanged }) =>
        [fields, partsAdded, partsRemoved, partsChanged].some((list) => list.length > 0),
      ),
    areasAdded: areas.added,
    areasRemoved: areas.removed,
    areasRenamed: areas.kept
      .filter(([one, other]) => one.name !== other.name)
      .map(([one, other]) => ({ ref: one.ref, before: one.name, after: other.name })),
    wordings: [
      ...wordings.removed.map((one) => ({ ...one, before: one.wording, after: null })),
      ...wordings.added.map((one) => ({ ...one, before: null, after: one.wording })),
      ...wordings.kept
        .filter(([one, other]) => one.wording !== other.wording)
        .map(([one, other]) => ({ ...one, before: one.wording, after: other.wording })),
    ].map(({ rating, rag, before, after }) => ({ rating, rag, before, after })),
  };
}

/** Whether the two versions say the same. */
export function isSamePlan(diff: PlanDiff): boolean {
  return Object.values(diff).every((list) => list.length === 0);
}

/** Whether two dates read the same and mean the same. */
export function isSameDate(one: ContentDate | null, other: ContentDate | null): boolean {
  return (
    one?.text === other?.text &&
    one?.precision === other?.precision &&
    one?.lastDay === other?.lastDay
  );
}

function objectiveChange(before: ContentObjective, after: ContentObjective): ObjectiveChange {
  const parts = compare(before.parts, after.parts, ({ kind, ref }) => `${kind} ${ref}`);
  return {
    ref: after.ref,
    title: after.title,
    example: after.example,
    fields: fieldChanges(before, after, objectiveFields),
    partsAdded: parts.added,
    partsRemoved: parts.removed,
    partsChanged: parts.kept
      .map(([one, other]) => ({
        before: one,
        after: other,
        fields: fieldChanges(one, other, partFields),
      }))
      .filter(({ fields }) => fields.length > 0),
  };
}

function fieldChanges<T, F extends keyof T>(
  before: T,
  after: T,
  fields: readonly F[],
): FieldChange<T, F>[] {
  return fields
    .filter((field) => isKept(before[field]) && isKept(after[field]))
    .filter((field) => !isSame(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

/** What an earlier format left out cannot be compared. */
function isKept(value: unknown): boolean {
  return value !== undefined;
}

/** Dates may have been kept with their fields in another order. */
function isSame(one: unknown, other: unknown): boolean {
  if (isDate(one) && isDate(other)) return isSameDate(one, other);
  return JSON.stringify(one) === JSON.stringify(other);
}

function isDate(value: unknown): value is ContentDate {
  return typeof value === 'object' && value !== null && 'lastDay' in value;
}

function compare<T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string) {
  const earlier = new Map(before.map((one) => [keyOf(one), one]));
  const later = new Map(after.map((one) => [keyOf(one), one]));
  return {
    added: after.filter((one) => !earlier.has(keyOf(one))),
    removed: before.filter((one) => !later.has(keyOf(one))),
    kept: after.flatMap((other) => {
      const one = earlier.get(keyOf(other));
      return one === undefined ? [] : [[one, other] as const];
    }),
  };
}
