// The programme office's verbs: `/pap admin <word>`, in the order in which help lists them.
import type { Command } from '../../src/app/command.ts';
import { audit } from './audit.ts';
import { exportVerb } from './export.ts';
import { importVerb } from './import.ts';

export const adminCommands: readonly Command[] = [importVerb, exportVerb, audit];
