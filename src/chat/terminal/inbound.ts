// The terminal's words as a request. `--as` names the person: whoever can open the record's database
// could read and write it anyway, so the terminal asks for no password.
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Inbound } from '../../core/request/app/inbound.ts';

export type TerminalRequest = {
  readonly demo: boolean;
  readonly json: boolean;
  /** Where the answer’s file goes; its ending says which one. */
  readonly out: string | null;
  readonly inbound: Inbound;
};

export const terminalUsage =
  'npm run pap -- [--demo] [--json] [--partnership KEY] --as EMAIL <words…> [--out FILE]';

/** The request, or null when no person is named. Options end at the first word of the command. */
export function parseTerminal(argv: readonly string[]): TerminalRequest | null {
  const start = firstWord(argv);
  const end = argv.at(-2) === '--out' && argv.length - 2 > start ? argv.length - 2 : argv.length;
  let options: { demo?: boolean; json?: boolean; as?: string; partnership?: string };
  try {
    options = parseArgs({
      args: argv.slice(0, start),
      options: {
        ...{ demo: { type: 'boolean' }, json: { type: 'boolean' } },
        ...{ as: { type: 'string' }, partnership: { type: 'string' } },
      },
    }).values;
  } catch {
    return null;
  }
  const email = options.as?.trim().toLowerCase();
  if (!email) return null;
  return {
    demo: options.demo ?? false,
    json: options.json ?? false,
    out: argv[end + 1] ?? null,
    inbound: {
      platform: 'terminal',
      // All partnerships, unless one is named: which of them is then a matter of who asks.
      tenantId: options.partnership?.trim() || 'terminal',
      userId: email,
      conversation: { kind: 'personal', id: `terminal:${email}` },
      text: argv.slice(start, end).join(' '),
      requestId: `terminal:${randomUUID()}`,
    },
  };
}

function firstWord(argv: readonly string[]): number {
  let index = 0;
  while (index < argv.length && argv[index]?.startsWith('--'))
    index += ['--as', '--partnership'].includes(argv[index] ?? '') ? 2 : 1;
  return index;
}
