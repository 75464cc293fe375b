// Reads settings one after the other and keeps what is wrong with each, so that a person hears of all of it at once.
import { ConfigError, type SettingProblem } from './core/request/app/faults.ts';

export type Environment = Readonly<Record<string, string | undefined>>;
/** What is wrong with a value and what to set instead, or null. A secret's value is never repeated. */
export type SettingCheck = (value: string) => string | null;

const MAX_PORT = 65_535;

/** A setting that was asked for: whether it is set, and what holds without it. */
export type AskedSetting = {
  readonly variable: string;
  readonly isSet: boolean;
  /** What is used, where that is one of a few fixed words or a number; a value of any other kind is never repeated. */
  readonly used?: string;
};

/**
 * Every method answers with something of the right type even when the setting is wrong: `finish` throws before
 * anybody uses it.
 */
export class SettingsReader {
  readonly #environment: Environment;
  readonly #problems: SettingProblem[] = [];
  readonly #asked = new Map<string, AskedSetting>();

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** Undefined when it is not set; an empty variable is one that somebody forgot to fill in. */
  optional(variable: string, check: SettingCheck = () => null): string | undefined {
    const value = this.#environment[variable]?.trim();
    this.#asked.set(variable, { variable, isSet: Boolean(value) });
    if (!value) return undefined;
    const problem = copiedWrongly(value) ?? check(value);
    if (problem !== null) this.refuse(variable, problem);
    return value;
  }

  /** @param fix what to set it to, and where that is found */
  required(variable: string, fix: string, check?: SettingCheck): string {
    const value = this.optional(variable, check);
    if (value === undefined) this.refuse(variable, `is missing: ${fix}`);
    return value ?? '';
  }

  choice<Value extends string>(
    variable: string,
    values: readonly [Value, ...Value[]],
    unset: Value,
  ): Value {
    const value = this.optional(variable, (given) =>
      values.some((each) => each === given) ? null : `set it to ${inWords(values)}`,
    );
    const used = values.find((each) => each === value) ?? unset;
    this.#asked.set(variable, { variable, isSet: value !== undefined, used });
    return used;
  }

  /** @param alsoOff whether `off` may be said, which is read as null */
  port(variable: string, unset: number, alsoOff: true): number | null;
  port(variable: string, unset: number): number;
  port(variable: string, unset: number, alsoOff = false): number | null {
    const value = this.optional(variable);
    this.#asked.set(variable, {
      variable,
      isSet: value !== undefined,
      used: String(value ?? unset).slice(0, 5),
    });
    if (value === undefined) return unset;
    if (alsoOff && value === 'off') return null;
    const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
    if (port <= MAX_PORT) return port;
    this.refuse(
      variable,
      `set it to a port number${alsoOff ? ', or to off' : ''}: a whole number up to ${MAX_PORT}, e.g. ${unset}`,
    );
    return unset;
  }

  refuse(variable: string, fix: string): void {
    this.#problems.push({ variable, fix });
  }

  /** What was asked for so far, each once. */
  get asked(): readonly AskedSetting[] {
    return [...this.#asked.values()];
  }

  /** What is missing or wrong so far. */
  get problems(): readonly SettingProblem[] {
    return this.#problems;
  }

  /** @throws ConfigError naming every setting that is missing or wrong */
  finish(): void {
    const [first, ...more] = this.#problems;
    if (first) throw ConfigError.ofAll([first, ...more]);
  }
}

/** What goes wrong with any value on its way from a web page into a file. */
function copiedWrongly(value: string): string | null {
  if (/^(["'“‘]).*["'”’]$/.test(value)) return 'remove the quotation marks around it';
  if (/…|^<.*>$|^\$\{/.test(value))
    return 'it still has the place-holder of the example; put the value itself there';
  return null;
}

function inWords(values: readonly string[]): string {
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
