// A reply as the terminal prints it: text on standard output, a refusal's code and sentence on
// standard error, and the exit code that scripts go by.

import { plainText } from '../../core/message/messages/plain-text.ts';
import type { Reply } from '../../core/request/app/inbound.ts';

export type TerminalOutput = {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: 0 | 1 | 2;
};

/** Exit codes: 0 done, 2 refused, 1 a fault. */
export function renderTerminal(reply: Reply, json: boolean): TerminalOutput {
  const { message, outcome, code } = reply;
  const body = json
    ? JSON.stringify({ outcome, ...(code && { code }), message }, null, 2)
    : plainText(message);
  switch (outcome) {
    case 'done':
      return { stdout: `${body}\n`, stderr: '', exitCode: 0 };
    case 'refused':
      return {
        stdout: json ? `${body}\n` : '',
        stderr: `${code}: ${plainText(message)}\n`,
        exitCode: 2,
      };
    case 'fault':
      return { stdout: json ? `${body}\n` : '', stderr: `${plainText(message)}\n`, exitCode: 1 };
  }
}
