// Every setting that the bot reads: set, not set, or wrong with what to set instead.
import { type BotConfig, parseBotSettings, parseOperatorSettings } from '../../config.ts';
import { nearestWord } from '../../core/request/domain/similar.ts';
import { type AskedSetting, type Environment, SettingsReader } from '../../settings-reader.ts';
import { type Finding, note, problemFinding, well } from './finding.ts';

export type ReadSettings = {
  readonly findings: readonly Finding[];
  readonly config: BotConfig;
  /** Whether all of these can be used. */
  isRight(...variables: readonly string[]): boolean;
};

/** Reads them all, and stops at none. */
export function examineSettings(environment: Environment): ReadSettings {
  const settings = new SettingsReader(environment);
  const config = parseBotSettings(settings);
  const operators = parseOperatorSettings(settings);
  const wrong = new Set(settings.problems.map(({ variable }) => variable));
  const right = settings.asked.filter(({ variable }) => !wrong.has(variable));
  return {
    config,
    isRight: (...variables) => variables.every((variable) => !wrong.has(variable)),
    findings: [
      ...settings.problems.map((problem) =>
        problemFinding('settings', `setting-${problem.variable}`, problem),
      ),
      ...right.filter(({ isSet }) => isSet).map((one) => settingFinding(one, operators.length)),
      unsetFinding(right.filter(({ isSet }) => !isSet)),
      ...strangers(environment),
    ],
  };
}

function settingFinding({ variable, used }: AskedSetting, operators: number): Finding {
  const code = `setting-${variable}`;
  if (variable === 'PAP_OPERATORS') return well('settings', code, `${variable} names ${operators}`);
  return well('settings', code, `${variable} is set${used === undefined ? '' : ` (${used})`}`);
}

/** Those that are not set, in one line: what holds in their place is in the list of docs/operations.md. */
function unsetFinding(asked: readonly AskedSetting[]): Finding {
  const names = asked.map(({ variable, used }) =>
    used === undefined ? variable : `${variable} (${used})`,
  );
  return well('settings', 'settings-unset', `Not set, so the defaults hold: ${names.join(', ')}`);
}

/** Names that look like a setting of ours and that nothing reads: a slip of the pen, most often. */
function strangers(environment: Environment): Finding[] {
  const known = everySetting();
  return Object.keys(environment)
    .filter((name) => /^(?:PAP|SLACK|TEAMS)_/.test(name) && !known.has(name))
    .filter((name) => Boolean(environment[name]?.trim()))
    .map((name) => {
      const near = nearestWord(
        name,
        [...known].map((one) => one.toLowerCase()),
      );
      return note(
        'settings',
        'setting-unknown',
        `${name} is set, and PAP reads no setting of that name`,
        near
          ? `Did you mean ${near.toUpperCase()}?`
          : 'Nothing to do if something else uses it. docs/operations.md, “Settings”, lists PAP’s own',
      );
    });
}

/** The settings of every way to run the bot. */
function everySetting(): ReadonlySet<string> {
  return new Set(
    [{}, { SLACK_MODE: 'socket' }].flatMap((environment) => {
      const settings = new SettingsReader(environment);
      parseBotSettings(settings);
      parseOperatorSettings(settings);
      return settings.asked.map(({ variable }) => variable);
    }),
  );
}
