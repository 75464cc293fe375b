// A suite on the plan: one record for all its tests, put back before each of them.
import { beforeAll, beforeEach } from 'vitest';
import {
  describeOnBothDatabases,
  describeOnDatabase,
  type Harness,
} from '../database/database-harness.ts';
import { joinOther, type OtherPerson } from './outsiders.ts';
import { loadWorld, type PlanWorld } from './plan-world.ts';

/** What a suite's tests work with; there from the first test on. */
export type PlanSuite = {
  readonly harness: Harness;
  readonly world: PlanWorld;
  readonly other: OtherPerson;
};

type Suite = (parts: PlanSuite) => void;

/** The same suite on both databases: for what rests on the database. */
export function describePlanOnBoth(name: string, suite: Suite): void {
  describeOnBothDatabases(name, (harness) => withPlan(harness, suite));
}

/** One suite on the embedded record: for replies. */
export function describePlan(name: string, suite: Suite): void {
  describeOnDatabase('embedded', name, (harness) => withPlan(harness, suite));
}

function withPlan(harness: Harness, suite: Suite): void {
  let world: PlanWorld;
  let other: OtherPerson;
  beforeAll(async () => {
    world = await loadWorld(harness);
    other = await joinOther(harness);
  });
  beforeEach(() => world.restore());
  suite({
    harness,
    get world() {
      return world;
    },
    get other() {
      return other;
    },
  });
}
