// `/pap digest preview theme 1` shows the next digest to its reader alone; `now` posts a theme's; `on`, `off` and
// `set` say which ones its reader gets, and when.

import {
  choice,
  dated,
  flag,
  hidden,
  line,
  maybe,
  word,
  words,
} from '../src/core/message/domain/line-form.ts';
import { capital, splitFirst } from '../src/core/message/domain/text-ends.ts';
import { inline, type Message } from '../src/core/message/messages/message.ts';
import {
  type Command,
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import { parseWords } from '../src/core/request/app/parse-words.ts';
import type { Commits, Reads, Uses } from '../src/core/request/app/ports.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../src/core/request/domain/result.ts';
import { findTheme } from '../src/core/themes/app/find-theme.ts';
import type { ThemeView } from '../src/core/themes/app/theme-ports.ts';
import { themeName, themeWords } from '../src/core/themes/domain/theme-name.ts';
import { loadRagOverTime } from '../src/cycle/ratings/app/rag-over-time.ts';
import { ratingsChart } from '../src/cycle/ratings/messages/ratings-chart.ts';
import { changeSettings } from '../src/people/people/app/change-settings.ts';
import { settingsMessage } from '../src/people/people/messages/settings.ts';
import { chooseDigests, permitDigest } from '../src/reports/digests/app/choose-digests.ts';
import {
  composeThemeDigest,
  type DigestOf,
  type ThemeDigestOf,
} from '../src/reports/digests/app/compose-digest.ts';
import { previewScope } from '../src/reports/digests/app/digest-news.ts';
import { digestMessage, postDigestNow } from '../src/reports/digests/app/post-digest-now.ts';
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

const own = {
  verb: 'digest',
  forms: {
    next: hidden(dated(line(flag('picture')))),
    picture: dated(line(word('preview'), flag('picture'))),
    preview: dated(
      line(...[word('preview'), words('which', '<owner|office|board|theme 1>')], flag('picture')),
    ),
    now: line(word('now'), maybe(words('which', '<theme 1>'))),
    turn: line(choice('mode', 'on', 'off'), maybe(words('which', '<owner|theme|office|board>'))),
    setOne: line(
      ...[word('set'), choice('which', 'owner', 'theme', 'office', 'board')],
      words('when', '<monday 09:00>'),
    ),
    set: line(word('set'), words('when', '<monday 09:00>')),
  },
  examples: ['digest preview', 'digest preview owner', 'digest set monday 09:00'],
} as const;

export const digest = {
  ...own,
  name: 'digest',
  summary: 'previews a weekly digest, posts a theme’s now, or says which ones you get and when',
  asAt: { answer: previewThen },
  needs: {
    now: 'post-digest',
  },
  access: `preview: of a theme ${permissionTable['read-plan'].says}, else whoever may get it; now: ${permissionTable['post-digest'].says}`,
  async run(rest, context) {
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    const line = read.value;
    switch (line.form) {
      case 'next':
      case 'picture':
        return await preview('', line.said.picture !== '', context);
      case 'preview':
        return await preview(line.said.which, line.said.picture !== '', context);
      case 'now': {
        const { which } = line.said;
        const theme =
          which === '' ? await ownTheme(context, true) : await findTheme(which, context.record);
        return theme.ok ? await postDigestNow(theme.value, context) : refused(theme.refusal);
      }
      case 'turn':
        return await turn(line.said.mode === 'on' ? 'on' : 'off', line.said.which, context);
      case 'set':
        return await setTime(line.said.when, context);
      case 'setOne':
        return await setTime(`${line.said.which} ${line.said.when}`, context);
      default:
        return line satisfies never;
    }
  },
} satisfies Command;

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

async function preview(
  words: string,
  drawn: boolean,
  context: PreviewNeeds,
): Promise<CommandResult> {
  const of = await readWhich(words, context);
  if (!of.ok) return refused(of.refusal);
  return await shown(await digestMessage(of.value, context), of.value, drawn, context);
}

type PreviewThenNeeds = Given<
  'actor' | 'partnership' | 'now' | 'asAt' | 'files',
  Reads<'cycles' | 'history' | 'kpiFigures' | 'kpis' | 'objectives'>
>;

/** As at a date: only a theme's digest is made of what has a past. */
async function previewThen(line: string, context: PreviewThenNeeds): Promise<CommandResult> {
  const read = parseWords(own, line);
  if (!read.ok) return refused(read.refusal);
  const { form, said } = read.value;
  if (!own.forms[form].dated) return usage('Only a preview can be asked as at a date.');
  const words = 'which' in said ? said.which : '';
  const drawn = 'picture' in said && said.picture !== '';
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
  return await shown(message, of.value, drawn, context);
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
  const { word: first, rest: after } = splitFirst(words);
  const variant: DigestVariant | null = digestNamed(first);
  const when = parseDigestTime(variant === null ? words : after);
  if (when === null) return usage(DIGEST_TIMES);
  const chosen = await chooseDigests(variant, when, `digest set ${first}`, context);
  if (!chosen.ok) return refused(chosen.refusal);
  const which =
    variant === null ? 'Your digests come' : `${capital(digestNames[variant])} digest comes`;
  return recorded(digestChoiceMessage(`${which} ${digestTimeText(when)}`, chosen.value));
}
