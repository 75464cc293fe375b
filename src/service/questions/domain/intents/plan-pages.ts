// What the plan says: themes, figures, reports, the self-evaluation.
import { type Intent, phrases } from './intent.ts';

export const planPages: readonly Intent[] = [
  // What the plan says.
  {
    has: [
      phrases(
        'what does | what do the | meaning | difference between | what is the difference | what counts as | what is a | what is an | explain | what makes | when is it | when do i use | mean by | means | which colour',
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
    not: phrases('i | off | stop | nothing | who'),
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
      'excel | export | download | import | who is on | new plan | on track | change | in the plan | on the plan | anything',
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
