// The logger that the Slack side writes to, and Bolt's own chatter routed into it. The SDK's debug
// lines hold whole payloads, so they never get through, and the rest is stripped of tokens and URLs.
import { type Logger, LogLevel } from '@slack/bolt';

export interface SlackLog {
  info(fields: Readonly<Record<string, unknown>>, msg: string): void;
  warn(fields: Readonly<Record<string, unknown>>, msg: string): void;
  error(fields: Readonly<Record<string, unknown>>, msg: string): void;
}

const LONGEST_LINE = 200;

/** A logger for Bolt and the Web API client that passes warnings and errors on. */
export function sdkLogger(log: SlackLog): Logger {
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts: unknown[]) => log.warn({ source: 'slack-sdk' }, safeLine(parts[0])),
    error: (...parts: unknown[]) => log.error({ source: 'slack-sdk' }, safeLine(parts[0])),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}

/**
 * Only the first argument: the ones after it may carry a payload. What it quotes may be a caller's, as in
 * "Unexpected token in …"; so may any sign that is not of plain text.
 */
function safeLine(part: unknown): string {
  const line = part instanceof Error ? part.name : typeof part === 'string' ? part : 'unreadable';
  return line
    .replace(/["'`\u2018-\u201d].*["'`\u2018-\u201d]|["`\u201c\u201d].*$/s, '[quoted]')
    .replace(/\b(?:xox|xapp)[a-z.]*-[\w-]+/gi, '[token]')
    .replace(/\b(?:https?|wss?):\/\/\S+/gi, '[url]')
    .replace(/(?<=^|\s)\/\S*/g, '[path]')
    .replace(/[^\x20-\x7e]+/g, ' ')
    .slice(0, LONGEST_LINE);
}
