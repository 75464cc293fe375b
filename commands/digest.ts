// `/pap digest preview theme 1` shows the next digest to its reader alone; `now` posts a theme's; `on`, `off` and
// `set` say which ones its reader gets, and when.

import { capital } from '../src/core/message/domain/text-ends.ts';
import { noticeExamples } from '../src/core/message/messages/example-notice.ts';
import { inline, type Message, paragraph } from '../src/core/message/messages/message.ts';
import {
  type Command,
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import type { Commits, Reads, Uses } from '../src/core/request/app/ports.ts';
import { permissionTable, permit } from '../src/core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../src/core/request/domain/result.ts';
import { findTheme } from '../src/core/themes/app/find-theme.ts';
import type { ThemeView } from '../src/core/themes/app/theme-ports.ts';
import { themeName, themeWords } from '../src/core/themes/domain/theme-name.ts';
import { loadRagOverTime } from '../src/cycle/ratings/app/rag-over-time.ts';
import { ratingsChart } from '../src/cycle/ratings/messages/ratings-chart.ts';
import { postedTo } from '../src/cycle/returns/app/update-status.ts';
import { changeSettings } from '../src/people/people/app/change-settings.ts';
import { settingsMessage } from '../src/people/people/messages/settings.ts';
import { chooseDigests, permitDigest } from '../src/reports/digests/app/choose-digests.ts';
import {
  composeDigest,
  composeThemeDigest,
  type DigestOf,
  type ThemeDigestOf,
} from '../src/reports/digests/app/compose-digest.ts';
import { previewScope } from '../src/reports/digests/app/digest-news.ts';
import {
  type DigestVariant,
  digestNamed,
  parseDigestTime,
} from '../src/reports/digests/domain/digest-choice.ts';
import {
  DIGEST_TIMES,
  digestChoiceMessage,
  digestNames,
  digestTimeText,
} from '../src/reports/digests/messages/digest-choice.ts';

/** Behind a preview: draw its ratings as well. */
const PICTURE = /(?:^|(?<!\s)\s+)picture$/i;

export const digest = {
  name: 'digest',
  summary: 'previews a weekly digest, posts a theme’s now, or says which ones you get and when',
  usage:
    'digest <preview> [owner|office|board|theme <n>] [picture] [at <date>] | digest now [theme <n>] | digest <on|off> [owner|theme|office|board] | digest set [owner|theme|office|board] <monday 09:00>',
  examples: ['digest preview', 'digest preview owner', 'digest set monday 09:00'],
  asAt: { answer: previewThen },
  access: `preview: of a theme ${permissionTable['read-plan'].says}, else whoever may get it; now: ${permissionTable['post-digest'].says}`,
  async run(rest, context) {
    const { mode, words } = split(rest);
    switch (mode) {
      case '':
      case 'preview':
        return await preview(words, context);
      case 'now': {
        const theme =
          words === '' ? await ownTheme(context, true) : await findTheme(words, context.record);
        return theme.ok ? await postNow(theme.value, context) : refused(theme.refusal);
      }
      case 'on':
      case 'off':
        return await turn(mode, words, context);
      case 'set':
        return await setTime(words, context);
      default:
        return usage(
          'Say “preview” to see it alone or “now” to post it, then the theme; “on”, “off” or “set monday 09:00” for yours.',
        );
    }
  },
} satisfies Command;

function split(line: string): { readonly mode: string; readonly words: string } {
  const [, first = '', words = ''] = /^(\S*)\s*(.*)$/s.exec(line) ?? [];
  return { mode: first.toLowerCase(), words };
}

function usage(problem: string): CommandResult {
  return refused({ code: 'usage', verb: 'digest', problem });
}

/** A co-chair who names no theme means their own. Nothing is posted where that leaves a choice. */
async function ownTheme(
  { actor, record }: Given<'actor', Reads<'kpis'>>,
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

type PreviewNeeds = Given<
  'actor' | 'partnership' | 'now' | 'asAt' | 'files',
  Reads<'cycles' | 'history' | 'items' | 'kpiFigures' | 'kpis' | 'objectives'> &
    Uses<'notifications'>
>;

async function preview(line: string, context: PreviewNeeds): Promise<CommandResult> {
  const words = line.replace(PICTURE, '');
  const of = await readWhich(words, context);
  if (!of.ok) return refused(of.refusal);
  return await shown(await messageOf(of.value, context), of.value, words !== line, context);
}

type PreviewThenNeeds = Given<
  'actor' | 'partnership' | 'now' | 'asAt' | 'files',
  Reads<'cycles' | 'history' | 'kpiFigures' | 'kpis' | 'objectives'>
>;

/** As at a date: only a theme's digest is made of what has a past. */
async function previewThen(line: string, context: PreviewThenNeeds): Promise<CommandResult> {
  const asked = split(line);
  if (asked.mode !== '' && asked.mode !== 'preview')
    return usage('Only a preview can be asked as at a date.');
  const words = asked.words.replace(PICTURE, '');
  const variant = digestNamed(words);
  if (variant !== null && variant !== 'co-chair') {
    const allowed = permitDigest(context.actor, variant, `digest preview ${variant}`);
    return allowed.ok
      ? usage('Only a theme’s digest can be asked as at a date.')
      : refused(allowed.refusal);
  }
  const of = await readTheme(variant === null ? words : '', context);
  if (!of.ok) return refused(of.refusal);
  const { record, partnership, now } = context;
  const { message } = await composeThemeDigest(of.value, record, partnership, previewScope(now));
  return await shown(message, of.value, words !== asked.words, context);
}

type ShownNeeds = Given<
  'partnership' | 'now' | 'asAt' | 'files',
  Reads<'cycles' | 'history' | 'objectives'>
>;

async function shown(
  digest: Message,
  of: DigestOf,
  drawn: boolean,
  context: ShownNeeds,
): Promise<CommandResult> {
  const message = { ...digest, footer: inline('A preview: only you see it.') };
  return drawn ? await withPicture(message, of, context) : reply(message);
}

/** The ratings of its theme, or of the whole plan, over half a year, as a picture beside it. */
async function withPicture(
  message: Message,
  of: DigestOf,
  { record, partnership, now, files, asAt }: ShownNeeds,
): Promise<CommandResult> {
  const theme = of.variant === 'theme' ? of.theme : null;
  const weekly = await loadRagOverTime(record, partnership, theme?.id ?? null, now);
  const chart = ratingsChart(theme ? themeName(theme) : 'the plan', weekly);
  if (!chart) return reply(message);
  const which = theme ? themeWords(theme) : of.variant;
  const file = {
    name: `ratings-${which.replaceAll(' ', '-')}.png`,
    mediaType: 'image/png',
    bytes: await files.drawPng(chart),
    line: `digest preview ${which} picture${asAt ? ` at ${asAt.toString()}` : ''}`,
  };
  const isThere = message.blocks.some(
    (block) => block.kind === 'chart' && block.chart.kind === chart.kind,
  );
  const blocks = [...message.blocks, ...(isThere ? [] : [{ kind: 'chart' as const, chart }])];
  return { kind: 'reply', message: { ...message, blocks }, files: [file] };
}

/** Refusals: `not-permitted`, `usage`, `unknown-theme`. */
async function readWhich(
  words: string,
  context: Given<'actor', Reads<'kpis'>>,
): Promise<Result<DigestOf>> {
  const variant = digestNamed(words);
  if (variant === null || variant === 'co-chair')
    return await readTheme(variant === null ? words : '', context);
  const allowed = permitDigest(context.actor, variant, `digest preview ${variant}`);
  if (!allowed.ok) return allowed;
  return ok(variant === 'owner' ? { variant, personId: context.actor.personId } : { variant });
}

/** Nothing typed means the reader's own. Refusals: `unknown-theme`. */
async function readTheme(
  words: string,
  context: Given<'actor', Reads<'kpis'>>,
): Promise<Result<ThemeDigestOf>> {
  const theme =
    words === '' ? await ownTheme(context, false) : await findTheme(words, context.record);
  return theme.ok ? ok({ variant: 'theme', theme: theme.value, audience: 'channel' }) : theme;
}

type PostNowNeeds = Given<
  Doing | 'partnership',
  Reads<'cycles' | 'history' | 'items' | 'kpiFigures' | 'kpis' | 'objectives'> &
    Uses<'channels' | 'notifications'> &
    Commits<'notifications'>
>;

async function postNow(theme: ThemeView, context: PostNowNeeds): Promise<CommandResult> {
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
    ...(await messageOf({ variant: 'theme', theme, audience: 'channel' }, context)),
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
  const posted = postedTo(channels);
  if (posted.length === 0)
    return reply({
      title: `The digest of ${themeName(theme)} cannot be posted now`,
      blocks: [],
      tone: 'attention',
    });
  return reply({
    title: `The digest of ${themeName(theme)} is on its way`,
    blocks: [paragraph(`It goes to ${posted.join(', ')}.`)],
    tone: 'good',
  });
}

type MessageOfNeeds = Given<
  'partnership' | 'now',
  Reads<'cycles' | 'history' | 'items' | 'kpiFigures' | 'kpis' | 'objectives'> &
    Uses<'notifications'>
>;

async function messageOf(
  of: DigestOf,
  { record, partnership, now }: MessageOfNeeds,
): Promise<Message> {
  return (await composeDigest(of, record, partnership, previewScope(now))).message;
}

/** All of them with one switch, or one of them. */
async function turn(
  mode: 'on' | 'off',
  words: string,
  context: Given<Doing, Commits<'digestChoices' | 'people' | 'preferences'>>,
): Promise<CommandResult> {
  const taken = mode === 'on';
  if (words === '') {
    const facts = await changeSettings({ digestOn: taken }, context);
    return recorded(settingsMessage(facts, `Digests to you are ${mode}`));
  }
  const variant = digestNamed(words);
  if (variant === null)
    return usage(
      `After “${mode}” say which: “owner”, “theme”, “office” or “board”; alone it is all of them.`,
    );
  const chosen = await chooseDigests(variant, { taken }, `digest ${mode} ${words}`, context);
  if (!chosen.ok) return refused(chosen.refusal);
  const title = `You ${taken ? '' : 'do not '}get ${digestNames[variant]} digest${taken ? '' : ' any more'}`;
  return recorded(digestChoiceMessage(title, chosen.value));
}

async function setTime(
  words: string,
  context: Given<Doing, Commits<'digestChoices' | 'preferences'>>,
): Promise<CommandResult> {
  const [, first = '', after = ''] = /^(\S*)\s*(.*)$/s.exec(words) ?? [];
  const variant: DigestVariant | null = digestNamed(first);
  const when = parseDigestTime(variant === null ? words : after);
  if (when === null) return usage(DIGEST_TIMES);
  const chosen = await chooseDigests(variant, when, `digest set ${first}`, context);
  if (!chosen.ok) return refused(chosen.refusal);
  const which =
    variant === null ? 'Your digests come' : `${capital(digestNames[variant])} digest comes`;
  return recorded(digestChoiceMessage(`${which} ${digestTimeText(when)}`, chosen.value));
}
