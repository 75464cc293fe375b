// What changes the plan or takes something back, that nothing has changed, and what is asked of one objective.
import { ASK, CHANGE, HOW, type Intent, phrases } from '../domain/intent.ts';

export const intentsOfObjectives: readonly Intent[] = [
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
      [...CHANGE, ...phrases('slip | will not hit | will not make | will not meet | miss')],
      phrases('date | due date | deadline | end date | timescale | timescales | finish date'),
    ],
    not: phrases('when | what is the | paper | papers | meeting | board'),
    needs: ['ref'],
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
        'approve | approval | proposed | proposals | change requests | changes are waiting | changes waiting | changes been requested | changes requested | changes proposed | been proposed | requests for changes | requests for change | sign off',
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
        'undo | take that back | take it back | take back | ^oops | oops | was wrong | ignore that | my mistake | made a mistake | revert | i meant | scrap that | delete that | that is wrong | not what i meant | got it wrong | reverse that | cancel that | slip | wrong button | by accident | accidentally | take it off | take that off | remove that | did not mean | should not have | pressed the wrong | clicked the wrong | wrong one | retract | withdraw that | get rid of that | go back on | put it back | not meant to | wrong colour | wrong rating | cancel my | cancel last | cancel the last | last update | the wrong | a mistake | in error | remove my | delete my | take my | scrap | bin that',
      ),
    ],
    not: phrases('how do i | a typo | made a'),
    lines: ['undo', 'help amend'],
    kind: 'records',
  },
  {
    has: [
      phrases('amend | change | edit | correct | alter | reword | rewrite | wording | fix'),
      phrases(
        'my note | my comment | my last comment | my last note | my commentary | my narrative | my words | last comment',
      ),
    ],
    lines: ['help amend', 'undo'],
    kind: 'asks',
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
        'no change | no significant change | no real change | no material change | no major change | little change | not much change | nothing has changed | unchanged | same as | all the same | no changes | nothing changed | nothing new | as before | still the same | is the same | same again | stays the same | stay the same | not changed | no update | no updates | everything is the same | as last time | same for | ^same | nothing to report | as is | remains the same | no movement | ditto | no difference | as they are | as it is | as they were | as it was | not moved | nothing has moved | has moved | unaltered | no news | steady | no progress | identical | still where | no further | nothing further | nil return | nil update | carry forward | carried forward | nothing to add | nothing different | nothing has happened | nothing happened | the same still | no progress | little progress',
      ),
    ],
    not: phrases('why'),
    needs: ['ref'],
    lines: ['same {refs} {more}'],
    kind: 'records',
  },
  {
    has: [
      phrases(
        'no change | no significant change | no real change | no material change | no major change | little change | not much change | nothing has changed | all the same | no changes | nothing changed | nothing new | everything is the same | everything the same | all as before | all unchanged | same for all | nothing to report | no update | no updates | all the same as | is the same as | same as last | no movement | no difference | as they are | as they were | nothing has moved | not moved | none of mine | all ditto | no news | nothing to add | nothing different | nothing on any | leave them | leave all | still the same | no progress | is unchanged | are unchanged | everything unchanged | as it was | as it is | as last month | nothing to update | no change anywhere | not a thing | same everywhere | same across | all steady | unchanged | all same | no different | nothing changes | everything as is | as is',
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
  // Ratings, evidence and the rest of an objective.
  {
    has: [
      phrases(
        'believe | question | challenge | doubt | disagree | not convinced | not sure | surely | really | buying | buy it | buy that | sceptical | rosy | optimistic | not true | hard to believe | believable | convince me | does not look | does not feel | how can | not happy | unhappy | do not agree | not comfortable | uncomfortable',
      ),
      phrases('^ | rating | red | amber | green | blue | rated'),
    ],
    needs: ['ref'],
    lines: ['challenge {ref}'],
    kind: 'asks',
  },
  {
    has: [phrases('ask')],
    not: phrases('ask me'),
    needs: ['ref', 'person'],
    lines: ['challenge {ref}'],
    kind: 'asks',
  },
  {
    has: [phrases('challenges | challenged | open challenges | been questioned')],
    lines: ['challenge'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'why | how come | what made | reason | what moved | how did | what happened to | what turned | what pushed',
      ),
      phrases('^ | red | amber | green | blue | rated | rating'),
    ],
    needs: ['ref'],
    lines: ['why {ref}'],
    kind: 'asks',
  },
  {
    has: [phrases('http')],
    needs: ['ref', 'link'],
    lines: ['evidence {ref} {link}', 'evidence {ref}'],
    kind: 'records',
  },
  {
    has: [
      phrases('back on track | back to green | back to amber | recover | recovery | out of red'),
    ],
    needs: ['ref', 'plan'],
    lines: ['recovery {ref} {plan}', 'recovery {ref}'],
    kind: 'records',
  },
  {
    has: [
      phrases(
        'evidence | proof | attach | document | http | https | link | upload | sharepoint | records | certificate | certificates | files | a file | minutes | photo | spreadsheet for | back this up | back it up',
      ),
    ],
    not: phrases('who'),
    needs: ['ref'],
    lines: ['evidence {ref}'],
    kind: 'asks',
  },
  {
    has: [
      phrases('evidence | proof | attach'),
      phrases('how | where | can i | add | want to | need to'),
    ],
    lines: ['help evidence'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'decision | decisions | decide | decided | been decided | was decided | decided on | decision on',
      ),
    ],
    needs: ['ref'],
    lines: ['decide {ref}'],
    kind: 'asks',
  },
  {
    has: [
      phrases('decision | decisions | decide | deciding | been agreed | make up our minds'),
      [...ASK, ...phrases('needed | outstanding | waiting | needs')],
    ],
    lines: ['decide {theme}'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'recovery | recover | recovery plan | recovery action | recovery actions | road back | back from red | red one | back on track | get back on track | out of red | off red | write for the red',
      ),
    ],
    needs: ['ref'],
    lines: ['recovery {ref}'],
    kind: 'asks',
  },
  {
    has: [phrases('recovery | recover | back from red | the red one | out of red')],
    needs: ['red'],
    lines: ['recovery {red}'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'history | changed | before | previous | last time | past | over time | used to | earlier | was the rating | trend | said about | track record | last year | last month | last | so far | story | previously | log | touched | timeline | back in',
      ),
    ],
    not: phrases('rating is | is amber | is green'),
    needs: ['ref'],
    lines: ['show {ref} history'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'actions | milestones | everything | all | parts | risks | measures | whole | full | action plan | steps | tasks | risk',
      ),
      [...ASK, ...phrases('for | on | of')],
    ],
    not: phrases('history'),
    needs: ['ref'],
    lines: ['show {ref} all'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'who | whose | owner | lead | leading | responsible | contact | talk to | speak to | ring | call | in charge | runs | running | person | point of contact | name for',
      ),
    ],
    needs: ['ref'],
    lines: ['show {ref}'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'status | where are we | how is | how are | tell me | show | see | open | details | detail | what is | when | due | deadline | rated | look at | about | happening | progress | going | read | view | remind me what | info | latest | look | pull up | bring up | get me | finished | in time | these days | news on | news of | update on | up to | remind me about | explain',
      ),
    ],
    needs: ['ref'],
    lines: ['show {ref}'],
    kind: 'asks',
  },
  {
    has: [
      phrases('^is | ^are | ^was | ^has | is it | should'),
      phrases(
        'red | amber | green | blue | done | finished | complete | on track | off track | rated',
      ),
    ],
    needs: ['ref'],
    lines: ['show {ref}'],
    kind: 'asks',
  },
];
