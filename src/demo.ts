// The demonstration: the real plan on the embedded record, the bot on 127.0.0.1, and Microsoft's
// Agents Playground beside it as the Teams client. Only here does an anonymous endpoint exist.

import { createDemoCommand } from '../commands/demo.ts';
import { commands } from '../commands/index.ts';
import { jobs } from '../scheduled/index.ts';
import { createTeamsApp } from './chat/teams/inbound/app.ts';
import { connectTeams } from './chat/teams/inbound/connection.ts';
import { createTeamsDirectory } from './chat/teams/inbound/directory.ts';
import { playgroundWorld } from './chat/teams/playground/playground-world.ts';
import { reservePort, startPlayground } from './chat/teams/playground/start-playground.ts';
import { createTeamsSender } from './chat/teams/send/send.ts';
import { DEMO_TIMES, demoSignIn } from './chat/web/demo/demo-sign-in.ts';
import { createWebApp } from './chat/web/inbound/app.ts';
import { parseDemoConfig } from './config.ts';
import { momentText } from './core/dates/messages/when.ts';
import { ConfigError } from './core/request/app/faults.ts';
import { fileFormats } from './files/formats.ts';
import { createLog } from './log.ts';
import { demoClock, ensureDemo, openRecord } from './open-record.ts';
import { createDispatch } from './service/dispatch/app/dispatch-command.ts';
import { startBot } from './start-bot.ts';

const LOOPBACK = '127.0.0.1';

async function main(): Promise<void> {
  const config = parseDemoConfig(process.env);
  const log = createLog(config.logLevel);
  say('Opening the demonstration’s record …');
  const record = await openRecord(config, 'server', log, () =>
    say('Making a new record; this takes a few seconds …'),
  );
  const partnership = await ensureDemo(record, log);
  if (!partnership)
    throw new ConfigError(
      'PAP_DATA_DIR',
      'this record is not a demonstration; name another folder',
    );
  const clock = demoClock(record, partnership.id);
  const parts = { store: record.store, clock, log };
  const playgroundPort = await reservePort(config.playgroundPort);
  // The Playground signs nothing, hence anonymous; the address keeps everybody else out.
  const connection = connectTeams({
    anonymous: true,
    tenantId: playgroundWorld.tenantId,
    firstServiceUrl: `http://${LOOPBACK}:${playgroundPort}/_connector`,
  });
  const book = record.store.conversations;
  const botPort = await reservePort(config.port);
  const publicUrl = `http://${LOOPBACK}:${botPort}`;
  const handle = createDispatch({
    ...parts,
    publicUrl,
    commands: [...commands, createDemoCommand({ ...parts, jobs, setClock: record.clocks.set })],
    directories: [createTeamsDirectory(connection, book)],
    files: fileFormats,
  });
  const web = {
    ...{ store: record.store, clock, handle, publicUrl },
    ...{ files: fileFormats, times: DEMO_TIMES },
  };
  // The Playground first: what is due at the start finds it there.
  const playground = await startPlayground({ botPort, port: playgroundPort });
  const bot = await startBot({
    ...parts,
    record,
    senders: [createTeamsSender(connection, book)],
    handlers: [
      createWebApp(web),
      demoSignIn(web, partnership),
      createTeamsApp({ connection, handle, book, log }),
    ],
    host: LOOPBACK,
    port: botPort,
    timeZones: [partnership.timeZone],
  });
  welcome(publicUrl, playground.url, momentText(await clock.now(), partnership.timeZone));
  const stop = async () => {
    await Promise.allSettled([playground.stop(), bot.stop()]);
    await record.close();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

function welcome(web: string, teams: string, time: string): void {
  say(
    [
      '',
      '  DEMONSTRATION: no sign-in, reachable from this machine only. People, owners and extra',
      '  objectives are fictional; the plan, its figures and 24 July 2024 are the published ones.',
      '',
      `  Open ${web} for the plan in a browser, and ${teams} for Teams beside it.`,
      `  You are Asha Example, who answers for 2B:2. It is ${time}.`,
      '  In the personal chat of Teams, or on any page, type:',
      '    1. mine',
      '    2. demo next              the clock moves to 10:00 and the first request arrives',
      '    3. update 2B:2 amber 14 of 20 named workers trained',
      '  Then “demo next” until Monday 8 July brings the digest into the channel “Right Support”.',
      '  Ctrl+C stops it; deleting its folder (.pap/demo) starts afresh.',
      '',
    ].join('\n'),
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  if (error instanceof Error)
    process.stderr.write(`The demonstration cannot start. ${error.message}\n`);
  process.exit(1);
});
