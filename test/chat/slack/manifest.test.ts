// The app's manifest: what must be in it, and whether Slack's published schema takes it.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { slackManifest } from '../../../src/chat/slack/manifest.ts';

const URL_ = 'https://pap.partnership.example/slack/events';
const http = slackManifest({ name: 'PAP', requestUrl: URL_ });
const socket = slackManifest({ name: 'PAP', socketMode: true });

describe('the manifest', () => {
  test('is of version 1 and named', () => {
    expect(http._metadata).toEqual({ major_version: 1 });
    expect(http.display_information.name).toBe('PAP');
    expect(http.features.bot_user.display_name).toBe('PAP');
  });

  test('has the command, whose mentions arrive as ids', () => {
    expect(http.features.slash_commands).toMatchObject([{ command: '/pap', should_escape: true }]);
  });

  test('lets people write to the bot directly, and press buttons', () => {
    expect(http.features.app_home).toMatchObject({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(http.settings.interactivity.is_enabled).toBe(true);
  });

  test('names one address for everything', () => {
    expect(http.features.slash_commands[0]).toMatchObject({ url: URL_ });
    expect(http.settings.event_subscriptions).toMatchObject({ request_url: URL_ });
    expect(http.settings.interactivity).toMatchObject({ request_url: URL_ });
    expect(http.settings.socket_mode_enabled).toBe(false);
  });

  test('names no address at all for Socket Mode', () => {
    expect(socket.settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(socket)).not.toContain('http');
  });
});

const besides = fileURLToPath(
  new URL('../../../../shared/schemas/slack-app-manifest.v1.schema.json', import.meta.url),
);
const schemaFile = process.env.PAP_SLACK_MANIFEST_SCHEMA ?? besides;
const present = existsSync(schemaFile);
if (!present) {
  console.log(
    'Skipped: the manifest against Slack’s schema. Download slack-app-manifest.v1.schema.json ' +
      '(github.com/slackapi/manifest-schema) and name the file in PAP_SLACK_MANIFEST_SCHEMA.',
  );
}

describe.skipIf(!present)('Slack’s published schema', () => {
  test.each([
    ['HTTP', http],
    ['Socket Mode', socket],
  ])('takes the manifest for %s', (_, manifest) => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));

    validate(manifest);

    expect(validate.errors ?? []).toEqual([]);
  });

  test('refuses a manifest that is wrong, so the check is a check', () => {
    const ajv = new Ajv({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));

    expect(validate({ ...http, settings: { unknown: true } })).toBe(false);
  });
});
