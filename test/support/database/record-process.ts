// A process of its own that opens an embedded record, for the tests of what happens between processes.
// Says what it did in lines of JSON; ends when its standard input does, or when it is killed.
import { Temporal } from 'temporal-polyfill';
import { openDatabase } from '../../../src/core/database/db/open-database.ts';
import { createRecordStore } from '../../../src/service/record/db/record.ts';

const [dataFolder = '', work = '', count = '0'] = process.argv.slice(2);

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const database = await openDatabase({ dataFolder, role: 'any' });
const store = createRecordStore(database.prisma);
const [partnership] = await store.list();
say({
  serves: database.serves,
  known: (await database.prisma.objectiveEntry.findMany({ select: { requestId: true } })).map(
    ({ requestId }) => requestId,
  ),
});

if (work === 'update' && partnership) {
  const record = store.open(partnership.id);
  const today = Temporal.Now.plainDateISO();
  const [author] = await record.people.list();
  for (let done = 0; done < Number(count); done++) {
    const [objective] = await record.objectives.list(today);
    if (!objective || !author) throw new Error('nothing to update');
    const requestId = `${process.pid}-${done}`;
    const update = {
      objectiveId: objective.id,
      kind: 'same',
      fromRag: 'red',
      toRag: 'red',
      note: null,
      authorId: author.id,
      cycleIds: [],
      late: false,
    } as const;
    await record.transaction(({ objectives }) =>
      objectives.appendUpdate(
        { ...update, requestId, at: Temporal.Now.instant() },
        objective.version,
      ),
    );
    say({ done: requestId });
  }
}

process.stdin.resume();
process.stdin.once('end', () => database.close().then(() => process.exit(0)));
