// `/pap digest preview theme 1` shows the next digest to its reader alone; `now` posts it.

import { buildDigest } from '../src/app/build-digest.ts';
import { changeSettings } from '../src/app/change-settings.ts';
import {
  type Command,
  type CommandContext,
  type CommandResult,
  recorded,
  refused,
  reply,
} from '../src/app/command.ts';
import { findTheme } from '../src/app/find-theme.ts';
import type { ThemeView } from '../src/app/ports.ts';
import { permissionTable, permit } from '../src/domain/permissions.ts';
import { ok, type Result, refuse } from '../src/domain/result.ts';
import { themeName } from '../src/domain/theme-name.ts';
import { type DigestFacts, digestMessage } from '../src/messages/digest.ts';
import { noticeExamples } from '../src/messages/example-notice.ts';
import { inline, paragraph } from '../src/messages/message.ts';
import { settingsMessage } from '../src/messages/settings.ts';

const DAYS_SHOWN = 7;

export const digest = {
  name: 'digest',
  summary: 'previews a theme’s weekly digest, posts it now, or stops yours',
  usage: 'digest <preview|now> [theme <n>] [at <date>] | digest <on|off>',
  examples: ['digest preview', 'digest preview theme 2', 'digest now theme 1'],
  asAt: true,
  access: `preview: ${permissionTable['read-plan'].says}; now: ${permissionTable['post-digest'].says}`,
  async run(rest, context) {
    const [, mode = '', words = ''] = /^(\S*)\s*(.*)$/s.exec(rest) ?? [];
    const switched = /^(on|off)$/i.exec(rest)?.[1]?.toLowerCase();
    if (context.asAt && mode !== '' && mode.toLowerCase() !== 'preview') {
      return refused({
        code: 'usage',
        verb: 'digest',
        problem: 'Only a preview can be asked as at a date.',
      });
    }
    if (switched !== undefined) {
      const facts = await changeSettings({ digestOn: switched === 'on' }, context);
      return recorded(settingsMessage(facts, `Digests to you are ${switched}`));
    }
    const posts = mode.toLowerCase() === 'now';
    if (mode !== '' && mode.toLowerCase() !== 'preview' && !posts) {
      return refused({
        code: 'usage',
        verb: 'digest',
        problem:
          'Say “preview” to see it alone or “now” to post it, then the theme; “on” or “off” for yours.',
      });
    }
    const theme =
      words === '' ? await ownTheme(context, posts) : await findTheme(words, context.record);
    if (!theme.ok) return refused(theme.refusal);
    return posts ? await postNow(theme.value, context) : await preview(theme.value, context);
  },
} satisfies Command;

/** A co-chair who names no theme means their own. Nothing is posted where that leaves a choice. */
async function ownTheme(
  { actor, record }: CommandContext,
  posts: boolean,
): Promise<Result<ThemeView>> {
  const chaired = new Set(
    actor.roles.filter(({ name }) => name === 'co-chair').map(({ themeId }) => themeId),
  );
  const [own, another] = (await record.kpis.themes()).filter(({ id }) => chaired.has(id));
  if (posts && (!own || another)) {
    return refuse({
      code: 'usage',
      verb: 'digest',
      problem: 'Say which theme to post, for example “digest now theme 1”.',
    });
  }
  return own ? ok(own) : await findTheme('1', record);
}

async function preview(theme: ThemeView, context: CommandContext): Promise<CommandResult> {
  const facts = await digestOf(theme, 'channel', context);
  return reply({ ...digestMessage(facts), footer: inline('A preview: only you see it.') });
}

async function postNow(theme: ThemeView, context: CommandContext): Promise<CommandResult> {
  const { record, actor, inbound, now, partnership } = context;
  const allowed = permit(actor, 'post-digest', 'digest now', { themeId: theme.id });
  if (!allowed.ok) return refused(allowed.refusal);
  const channels = await record.channels.forThemes([theme.id]);
  if (channels.length === 0) {
    return reply({
      title: `No channel is bound to ${themeName(theme)}`,
      blocks: [paragraph('So there is nowhere to post its digest.')],
      tone: 'attention',
    });
  }
  const message = {
    ...digestMessage(await digestOf(theme, 'channel', context)),
    footer: inline(`Posted at the request of ${actor.name}, ${actor.organisation}.`),
  };
  await record.transaction(({ notifications }) =>
    notifications.enqueue(
      channels.map(({ id }) => ({
        kind: 'digest' as const,
        dedupeKey: `digest:channel:${id}:now:${inbound.requestId}`,
        target: { channelBindingId: id },
        payload: {
          kind: 'message' as const,
          message: partnership.hasExamples ? noticeExamples(message) : message,
        },
        createdAt: now,
      })),
    ),
  );
  const names = channels
    .map(({ name, platform }) => `${name} (${platform === 'slack' ? 'Slack' : 'Teams'})`)
    .join(', ');
  return reply({
    title: `The digest of ${themeName(theme)} is on its way`,
    blocks: [paragraph(`It goes to ${names}.`)],
    tone: 'good',
  });
}

async function digestOf(
  theme: ThemeView,
  audience: DigestFacts['audience'],
  { record, partnership, now }: CommandContext,
): Promise<DigestFacts> {
  return await buildDigest(record, partnership, {
    theme,
    audience,
    slot: now,
    since: now.subtract({ hours: 24 * DAYS_SHOWN }),
    now,
    late: false,
  });
}
