// Lists of the whole plan, meetings with their deadlines, and what the plan says.
import { ASK, type Intent, phrases } from '../domain/intent.ts';

export const intentsOfPlan: readonly Intent[] = [
  // Lists of the whole plan.
  {
    has: [
      phrases(
        'owe | owes | sent | returned | replied | done | outstanding | submitted | responsible for | got | own | owns | lead on | leads on | look after | looks after | answer for | heard from | anything from',
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
    not: phrases('mean | difference | messages | emails | reminders | system | bot'),
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
      phrases('who | whose | anyone | anybody | which people | which owners | how many people'),
      phrases(
        'returned | replied | responded | update | updates | sent | owes | outstanding | submitted | done | answered | missing | still missing | still to | no owner | theirs | chasing | chase | nudging | nudge | not come back | got back | come back | yet to | heard from | quiet | late with',
      ),
    ],
    lines: ['outstanding {theme}'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'outstanding | due | still to come | not come in | missing | waiting for | returns are | chase | chasing | not in yet | left to come | still not in | yet to come | non responder | non responders | non response | non returns | late returns',
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
    not: phrases('highlight report | off | stop | doing on | doing with | doing about'),
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
  // What the plan says.
  {
    has: [
      phrases(
        'what does | what do the | meaning | difference between | what is the difference | what counts as | what is a | what is an | explain | what makes | when is it | when do i use | when should i | when to use | should i use | mean by | means | which colour',
      ),
      phrases('red | amber | green | blue | colours | colour | ratings | rag | colors | brag'),
    ],
    not: phrases('theme | objective | plan | we | you'),
    lines: ['help ratings'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'kpi | kpis | figures | numbers | indicators | data | scorecard | performance | measures',
      ),
    ],
    needs: ['theme'],
    lines: ['kpi {theme}'],
    kind: 'asks',
  },
  {
    has: [phrases('kpi | kpis | figures | indicators | scorecard')],
    lines: ['kpi theme {first theme}'],
    kind: 'asks',
  },
  {
    has: [phrases('highlight report | highlight reports | highlights report | monthly report')],
    needs: ['theme'],
    lines: ['highlight {theme}'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'highlight report | highlight reports | highlights report | monthly report | ^highlight',
      ),
    ],
    lines: ['highlight'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'digest | happened this week | news | changed this week | changed since | new this week | what is new | has changed | what changed | this week | headlines | summary | overview | on track | how are we doing | worry',
      ),
    ],
    not: phrases('i | off | stop | nothing | who | doing on | doing with | doing about'),
    lines: ['digest preview {theme}'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'strengths | good at | do well | going well | doing well | what works | proud of | best at | doing right | succeed | success | successes | get right | gone well | works well',
      ),
    ],
    lines: ['show strengths'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'areas for development | development areas | area for development | weaknesses | bad at | improve | need to get better | areas of development | areas for improvement | weak | weakest | weak spots | falling short | not good enough | do badly | doing badly | struggle with | fall down | poor at | get wrong',
      ),
    ],
    lines: ['show development areas'],
    kind: 'asks',
  },
  {
    has: [phrases('self evaluation | self-evaluation | self assessment | sef')],
    lines: ['show strengths', 'show development areas'],
    kind: 'asks',
  },
  {
    has: [
      phrases('parents | families | carers | young people | parent | voices | feedback'),
      phrases(
        'say | said | told | think | feel | feedback | voices | views | tell | telling | experience | experiences | complain | complaints | hear | heard | want | mattered | matters',
      ),
    ],
    lines: ['show voices'],
    kind: 'asks',
  },
  {
    has: [phrases('priorities | strategic priorities | strategic priority')],
    not: phrases('my'),
    lines: ['show priorities'],
    kind: 'asks',
  },
  {
    has: [phrases('projects | project'), phrases('^ | what | which | list | show | all | in')],
    needs: ['theme'],
    lines: ['show {theme}'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        '^projects | all projects | list projects | which projects | what projects | the projects',
      ),
    ],
    lines: ['show projects'],
    kind: 'asks',
  },
  {
    has: [phrases('^themes | all themes | which themes | what themes | the themes | workstreams')],
    lines: ['show plan'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'about | what is | tell me | show | how is | ^ | who chairs | see | in | open | looking | doing | going | state of | pull up | open up',
      ),
    ],
    not: phrases('red | overdue | kpis | kpi'),
    needs: ['theme'],
    lines: ['show {theme}'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'whole plan | the plan | entire plan | all objectives | list of objectives | every objective',
      ),
    ],
    not: phrases(
      'excel | export | download | import | upload | load | new version | who is on | new plan | on track | change | in the plan | on the plan | anything',
    ),
    lines: ['show plan'],
    kind: 'asks',
  },
  {
    has: [phrases('abbreviations | acronyms | glossary | jargon')],
    lines: ['show glossary'],
    kind: 'asks',
  },
];
