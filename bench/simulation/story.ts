// What a simulated partnership is and what happens in it, as plain data: days are `yyyy-mm-dd`, moments are
// milliseconds. The checker knows this file and nothing of the product.

export type Lead = {
  readonly days: number;
  readonly unit: 'working' | 'calendar';
  readonly time: string;
};

export type ForumSetting = {
  readonly id: string;
  readonly name: string;
  readonly collectsReturns: boolean;
  readonly returns: Lead;
  readonly freeze: Lead;
  readonly evidence: Lead | null;
};

export type MeetingSetting = {
  readonly id: string;
  readonly forumId: string;
  readonly heldOn: string;
  readonly title: string;
};

export type Stretch = { readonly from: string; readonly until: string };

export type PersonSetting = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** From this local hour on they want to be chased. */
  readonly hour: number | null;
  /** The only stretches in which they work. */
  readonly terms: readonly Stretch[] | null;
  readonly office: boolean;
  /** Themes that they co-chair, and for which they gather evidence. */
  readonly chairs: readonly string[];
  readonly gathers: readonly string[];
  /** Whether they can be written to at all. */
  readonly account: boolean;
};

export type ObjectiveSetting = {
  readonly id: string;
  readonly ref: string;
  readonly themeId: string;
  readonly ownerId: string | null;
  readonly deputyId: string | null;
};

export type Setting = {
  readonly id: string;
  readonly key: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly closed: readonly string[];
  readonly themes: readonly string[];
  readonly forums: readonly ForumSetting[];
  readonly meetings: readonly MeetingSetting[];
  readonly people: readonly PersonSetting[];
  readonly objectives: readonly ObjectiveSetting[];
};

/** What became of a message when its turn came; `queued`: the platform did not take it, it is tried again. */
export type Outcome = 'sent' | 'dead' | 'held' | 'queued' | 'cancelled';

export type Told = {
  readonly person: string;
  readonly title: string;
  /** Null: no chase, but a notice. */
  readonly chase: { readonly meeting: string; readonly step: string } | null;
  /** As the message names them. */
  readonly refs: readonly string[];
  /** How many it counts without naming them. */
  readonly more: number;
  readonly outcome: Outcome;
  /** Why it was cancelled. */
  readonly reason: string | null;
};

export type Happening =
  /** The bot looked who is due, and sent what was queued. */
  | { readonly kind: 'sweep'; readonly told: readonly Told[] }
  | { readonly kind: 'answered'; readonly objective: string }
  | {
      readonly kind: 'away';
      readonly absence: string;
      readonly person: string;
      readonly from: string;
      readonly until: string;
      readonly cover: string | null;
    }
  | { readonly kind: 'cover-answered'; readonly absence: string; readonly accepted: boolean }
  | {
      readonly kind: 'snoozed';
      readonly person: string;
      readonly meeting: string;
      readonly until: string;
    }
  | { readonly kind: 'left'; readonly person: string }
  | { readonly kind: 'handed-over'; readonly objective: string; readonly to: string }
  | { readonly kind: 'added'; readonly objective: ObjectiveSetting }
  | { readonly kind: 'closed'; readonly objective: string }
  | { readonly kind: 'evidence'; readonly objective: string }
  | { readonly kind: 'moved'; readonly meeting: string; readonly to: string }
  | { readonly kind: 'called-off'; readonly meeting: string }
  | { readonly kind: 'down'; readonly until: number };

export type StoryLine = Happening & { readonly at: number };

export type Story = { readonly setting: Setting; readonly lines: readonly StoryLine[] };

export type Violation = {
  readonly rule: string;
  readonly at: number;
  readonly person: string;
  readonly what: string;
};
