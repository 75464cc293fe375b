// The story of one cycle: SIAB meets on Wed 24 July 2024, returns are due on Wed 10 July at 17:00, and the
// freeze begins on Tue 16 July at 17:00. Everybody in it is fictional.
import type { Door } from '../support/world/three-doors.ts';

type Step =
  | {
      readonly at: string;
      readonly door: Door;
      readonly who: string;
      readonly says: string;
      /** `done` or the refusal's code, and how the answer's title begins. */
      readonly then: string;
    }
  | { readonly at: string; readonly job: string };

/** Says something. */
function says(at: string, door: Door, who: string, line: string, then = 'done'): Step {
  return { at, door, who, says: line, then };
}

/** A job of the scheduler runs, and what it queued is delivered. */
function runs(at: string, job: string): Step {
  return { at, job };
}

export const story: readonly Step[] = [
  // Monday 1 July: four more people join, and the requests for returns go out.
  says(
    '2024-07-01T09:46',
    'teams',
    'office',
    'admin people add "Gita Example" gita@example.org example-council',
  ),
  says(
    '2024-07-01T09:47',
    'teams',
    'office',
    'admin people add "Hal Example" hal@example.org example-nhs',
  ),
  says(
    '2024-07-01T09:48',
    'slack',
    'office',
    'admin people add "Ines Example" ines@example.org Example Parent Carer Forum',
  ),
  says(
    '2024-07-01T09:49',
    'slack',
    'office',
    'admin people add "Jon Example" jon@example.org example-council',
  ),
  says('2024-07-01T09:50', 'teams', 'office', 'admin people role @gita board from 1 July 2024'),
  says('2024-07-01T09:51', 'teams', 'office', 'admin people role @jon viewer from 1 July 2024'),
  says(
    '2024-07-01T09:52',
    'teams',
    'office',
    'admin change 3A:2 owner @hal because the post is filled',
  ),
  says('2024-07-01T09:53', 'teams', 'office', 'admin change approve 1', 'not-permitted'),
  says('2024-07-01T09:55', 'slack', 'gita', 'admin change approve 1'),
  runs('2024-07-01T10:00', 'chase-owners'),
  says('2024-07-01T10:20', 'slack', 'owner', 'same 1A:1'),
  says('2024-07-01T10:21', 'teams', 'owner', 'update 2B:2 green 14 of 20 trained'),
  says('2024-07-01T10:25', 'teams', 'owner', 'undo 2B:2'),
  says('2024-07-01T10:26', 'teams', 'owner', 'update 2B:2 amber 14 of 20 trained'),
  says('2024-07-01T10:40', 'slack', 'hal', 'update 3A:2 red'),
  says(
    '2024-07-01T10:42',
    'slack',
    'hal',
    'recovery 3A:2 one page of options agreed by 30 September 2024',
  ),
  // Tuesday: a challenge and its answer; an absence with a cover.
  says('2024-07-02T09:30', 'teams', 'cochair', 'challenge 2B:2 what moved this from red?'),
  says('2024-07-02T09:45', 'slack', 'jon', 'challenge 2B:2 why amber?', 'not-permitted'),
  says(
    '2024-07-02T10:15',
    'slack',
    'owner',
    'challenge 2B:2 answer the second cohort finished in June',
  ),
  says('2024-07-02T11:00', 'slack', 'femi', 'away 8 July to 19 July cover @dev'),
  says('2024-07-02T11:05', 'teams', 'dev', 'away accept 1'),
  says('2024-07-02T11:06', 'teams', 'dev', 'same 2B:1', 'not-permitted'),
  // Wednesday and Thursday: a handover, evidence, an impact rating.
  says('2024-07-03T09:10', 'slack', 'deputy', 'handover 3A:1 @ines'),
  says('2024-07-03T09:30', 'teams', 'ines', 'update 3A:1 amber letters drafted', 'not-permitted'),
  says('2024-07-03T09:31', 'teams', 'ines', 'handover accept 1'),
  says('2024-07-03T09:32', 'teams', 'ines', 'update 3A:1 amber letters drafted with two families'),
  says('2024-07-03T09:40', 'slack', 'deputy', 'same 3A:1', 'not-permitted'),
  says(
    '2024-07-04T09:10',
    'teams',
    'owner',
    'evidence 1A:1 https://example.org/minutes minutes of the advice line used',
  ),
  says(
    '2024-07-04T09:12',
    'teams',
    'owner',
    'update 1A:1 blue everything is in place',
    'blue-needs-evidence',
  ),
  says(
    '2024-07-04T09:13',
    'slack',
    'owner',
    'update 1A:1 impact green settings say calls are answered',
  ),
  // Friday: the reminder reaches only who still owes.
  runs('2024-07-05T10:00', 'chase-owners'),
  // Tuesday 9 July: Femi is away, so Dev is asked, and answers for one of the two.
  runs('2024-07-09T10:00', 'chase-owners'),
  says('2024-07-09T11:00', 'teams', 'dev', 'same 1A:2 induction goes on'),
  // Wednesday 10 July: the day itself; an amendment the same evening.
  runs('2024-07-10T10:00', 'chase-owners'),
  says('2024-07-10T18:00', 'slack', 'owner', 'amend 2B:2 15 of 20 trained'),
  // Thursday: late, and marked so. A change of date is proposed and approved by somebody else.
  says('2024-07-11T09:30', 'slack', 'dev', 'update 2B:1 amber two teams have not begun'),
  says(
    '2024-07-11T10:00',
    'teams',
    'owner',
    'admin change 2B:2 date September 2024 because recruitment slipped',
  ),
  says('2024-07-12T10:00', 'slack', 'gita', 'admin change approve 2 the board agrees'),
  says('2024-07-15T10:00', 'terminal', 'office', 'outstanding'),
  // Wednesday 17 July: frozen. The board meets on the 24th, and takes a decision.
  says('2024-07-17T10:00', 'teams', 'owner', 'update 2B:2 green all trained', 'cycle-frozen'),
  says(
    '2024-07-23T10:00',
    'teams',
    'owner',
    'decide 2B:2 needed funding for six more workers from SIAB',
  ),
  says('2024-07-24T15:00', 'slack', 'gita', 'decide 2B:2 D1 agreed until March 2025'),
  // The week after: open again.
  says('2024-07-25T09:30', 'teams', 'owner', 'update 2B:2 green 20 of 20 trained'),
  says('2024-07-26T09:30', 'terminal', 'office', 'admin audit verify'),
];
