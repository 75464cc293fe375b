// What is asked of one objective: its rating, evidence, history, owner.
import { ASK, type Intent, phrases } from './intent.ts';

export const aboutObjectives: readonly Intent[] = [
  // Ratings, evidence and the rest of an objective.
  {
    has: [
      phrases(
        'believe | question | challenge | doubt | disagree | not convinced | not sure | surely | really | buying | buy it | buy that | sceptical | rosy | optimistic | not true | hard to believe | believable | convince me | does not look | does not feel | how can',
      ),
      phrases('^ | rating | red | amber | green | blue | rated'),
    ],
    needs: ['ref'],
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
    has: [phrases('decision | decisions | decide | decided')],
    needs: ['ref'],
    lines: ['decide {ref}'],
    kind: 'asks',
  },
  {
    has: [
      phrases('decision | decisions | decide | deciding | make up our minds'),
      [...ASK, ...phrases('needed | outstanding | waiting | needs')],
    ],
    lines: ['decide {theme}'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'recovery | recover | back from red | red one | get back on track | out of red | off red | write for the red',
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
