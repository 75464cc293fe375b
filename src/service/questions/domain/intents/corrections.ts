// What changes the plan, takes something back, or says that nothing has changed.
import { CHANGE, HOW, type Intent, phrases } from './intent.ts';

export const corrections: readonly Intent[] = [
  // The plan itself is changed by a proposal.
  {
    has: [
      [...CHANGE, ...HOW],
      phrases(
        'date | dates | due date | deadline | end date | timescale | timescales | finish date',
      ),
    ],
    not: phrases('when | what is the | paper | papers | meeting | board'),
    lines: ['help admin change', 'admin change {ref}'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'reword | rewrite | rephrase | wording | word differently | change the title | change the wording | add an objective | new objective | close an objective | remove an objective | delete an objective | close the objective',
      ),
    ],
    lines: ['help admin change', 'admin change {ref}'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'approve | approval | proposed | proposals | change requests | changes are waiting | changes waiting | sign off',
      ),
    ],
    not: phrases('2b'),
    lines: ['admin change'],
    kind: 'asks',
  },
  // Taking back and putting right.
  {
    has: [
      phrases(
        'undo | take that back | take it back | take back | ^oops | oops | was wrong | ignore that | my mistake | made a mistake | revert | i meant | scrap that | delete that | that is wrong | not what i meant | got it wrong | reverse that | cancel that | slip | wrong button | by accident | accidentally | take it off | take that off | remove that | did not mean | should not have | pressed the wrong | clicked the wrong | wrong one | retract | withdraw that | get rid of that | go back on | put it back | not meant to | wrong colour | wrong rating | cancel my | cancel last | cancel the last | last update | remove my | delete my | take my | scrap | bin that',
      ),
    ],
    not: phrases('how do i'),
    lines: ['undo', 'help amend'],
    kind: 'records',
  },
  {
    has: [
      phrases(
        'correct | fix | mistake | typo | put right | amend | wrong | misspelt | spelling | wrong word | wrong number | wrong figure',
      ),
      phrases(
        'how | can i | need to | want to | where | i made | made a | there is a | in the note | my note | note',
      ),
    ],
    lines: ['help amend', 'undo'],
    kind: 'asks',
  },
  // Nothing has changed.
  {
    has: [
      phrases(
        'no change | nothing has changed | unchanged | same as | all the same | no changes | nothing changed | nothing new | as before | still the same | is the same | same again | stays the same | stay the same | not changed | no update | no updates | everything is the same | as last time | same for | ^same | nothing to report | as is | remains the same | no movement | ditto | no difference | as they are | as it is | as they were | as it was | not moved | nothing has moved | has moved | unaltered | no news | steady | no progress | identical | still where | no further | nothing to add | nothing different | the same still',
      ),
    ],
    not: phrases('why'),
    needs: ['ref'],
    lines: ['same {refs}'],
    kind: 'records',
  },
  {
    has: [
      phrases(
        'no change | nothing has changed | all the same | no changes | nothing changed | nothing new | everything is the same | everything the same | all as before | all unchanged | same for all | nothing to report | no update | no updates | all the same as | is the same as | same as last | no movement | no difference | as they are | as they were | nothing has moved | not moved | none of mine | all ditto | no news | nothing to add | nothing different | nothing on any | leave them | leave all | still the same | no progress | is unchanged | are unchanged | everything unchanged | nothing to update | no change anywhere | not a thing | same everywhere | same across | all steady | unchanged | all same | no different | nothing changes | everything as is | as is',
      ),
    ],
    not: phrases('why'),
    lines: ['same all', 'mine'],
    kind: 'records',
  },
  {
    has: [phrases('^same$')],
    lines: ['mine'],
    kind: 'asks',
  },
];
