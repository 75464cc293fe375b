// Writes what an administrator uploads: the Slack app manifest and the Teams app package.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { slackManifest } from './chat/slack/manifest.ts';
import { teamsAppPackage } from './chat/teams/app-package.ts';
import { parseTeamsAppId } from './config.ts';
import { projectRoot } from './project-root.ts';

/** Stand-ins that make valid files to look at; a real installation names its own. */
const UNNAMED = { host: 'pap.example.org', appId: '00000000-0000-4000-8000-000000000000' };

function main(): void {
  const { values } = parseArgs({
    options: {
      host: { type: 'string' },
      'teams-app-id': { type: 'string' },
      out: { type: 'string' },
      'slack-socket-mode': { type: 'boolean' },
    },
  });
  const host = values.host?.replace(/^https?:\/\//, '').replace(/(?<!\/)\/+$/, '');
  const appId = values['teams-app-id'] ?? parseTeamsAppId(process.env);
  const folder = values.out ?? join(projectRoot(), 'dist-packages');
  mkdirSync(folder, { recursive: true });
  const slack = slackManifest(
    slackOptions(host ?? UNNAMED.host, values['slack-socket-mode'] ?? false),
  );
  const id = appId ?? UNNAMED.appId;
  write(folder, 'slack-manifest.json', `${JSON.stringify(slack, null, 2)}\n`);
  write(
    folder,
    'teams-app.zip',
    teamsAppPackage({ appId: id, botId: id, host: host ?? UNNAMED.host }),
  );
  if (!host) say(`Not ready to upload: no --host was named, so both point to ${UNNAMED.host}.`);
  if (!appId)
    say('Not ready to upload: no --teams-app-id was named, so the Teams package has a stand-in.');
}

/** Socket Mode needs no address of one's own. */
function slackOptions(host: string, socketMode: boolean): Parameters<typeof slackManifest>[0] {
  const name = 'PAP';
  return socketMode
    ? { name, socketMode: true }
    : { name, requestUrl: `https://${host}/slack/events` };
}

function write(folder: string, name: string, content: string | Uint8Array): void {
  const path = join(folder, name);
  writeFileSync(path, content);
  say(`Wrote ${path}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main();
