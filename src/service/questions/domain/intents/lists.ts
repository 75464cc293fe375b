// Lists of the whole plan, and meetings with their deadlines.
import { ASK, type Intent, phrases } from './intent.ts';

export const listsAndMeetings: readonly Intent[] = [
  // Lists of the whole plan.
  {
    has: [
      phrases(
        'owe | owes | sent | returned | replied | done | outstanding | submitted | responsible for | got',
      ),
    ],
    needs: ['person'],
    lines: ['outstanding @{person}'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'overdue | late | behind schedule | slipped | missed | past due | behind | slipping | falling behind | not on time | run over | running late | delayed | past its date | out of time',
      ),
      [...ASK, ...phrases('is | are | chase')],
    ],
    not: phrases('i missed | have i'),
    lines: ['outstanding {theme} overdue'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'red | reds | red ones | off track | high risk | in trouble | struggling | worst | failing | going wrong | in danger | not working | problem | problems | serious',
      ),
      [...ASK, ...phrases('is | are | where')],
    ],
    not: phrases('mean | difference'),
    lines: ['outstanding {theme} red'],
    kind: 'asks',
  },
  {
    has: [phrases('amber | ambers | at risk'), ASK],
    not: phrases('mean | difference'),
    lines: ['outstanding {theme} amber'],
    kind: 'asks',
  },
  {
    has: [phrases('greens | green | on track'), ASK],
    not: phrases('mean | difference | is the plan | are we'),
    lines: ['outstanding {theme} green'],
    kind: 'asks',
  },
  {
    has: [
      phrases('who | anyone | anybody | which people | which owners | how many people'),
      phrases(
        'returned | replied | responded | update | updates | sent | owes | outstanding | submitted | done | answered | missing | still to | no owner | theirs | chasing | chase | nudging | nudge | not come back | got back | come back | yet to | heard from | quiet | late with',
      ),
    ],
    lines: ['outstanding {theme}'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'outstanding | due | still to come | not come in | missing | waiting for | returns are | chase | chasing | not in yet | left to come | still not in | yet to come',
      ),
      [...ASK, ...phrases('still')],
    ],
    not: phrases('when | date | from me | for me | approval | decisions | deadline'),
    lines: ['outstanding {theme}'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'worry | worried | concern | concerned | problems | biggest risks | headlines | in short | summary | on track | overview | how are we doing | how is it going | state of play | highlights | big picture | overall | on course | off course | lose sleep | losing sleep | keep me awake | nutshell | going wrong | where do we stand | where we stand | how things stand | how things are | how we are doing | are we winning | getting better | making progress | the picture | need to know | sum up | summarise | worries | anything wrong | alarm | red flags | flags | attention of the board | issues',
      ),
    ],
    not: phrases('highlight report | off | stop'),
    lines: ['digest preview board', 'outstanding red'],
    kind: 'asks',
    only: ['board', 'office'],
  },
  {
    has: [phrases('why'), phrases('behind | late | red | slow')],
    needs: ['theme'],
    lines: ['outstanding {theme}', 'digest preview {theme}'],
    kind: 'asks',
  },
  // Meetings and dates.
  {
    has: [
      phrases(
        'when | next | what day | what date | which day | dates | deadline | deadlines | how long | by when | how much time | date | last day | latest i can | cut off | cut-off | cutoff | closing date | how soon | which',
      ),
      phrases(
        'board | meeting | meetings | siab | returns | papers | paper | meet | deadline | deadlines | due | got | committee | have i | cycle | submit | forum | next one | next ones | cut off | cut-off | cutoff | closing date | returns in | by when | sitting | panel | latest',
      ),
    ],
    not: phrases('change | move | cancel'),
    lines: ['show meetings'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        '^meetings | ^deadline | ^deadlines | paper deadline | paper day | papers due | upcoming meetings | diary | meeting dates | board dates',
      ),
    ],
    lines: ['show meetings'],
    kind: 'asks',
  },
];
