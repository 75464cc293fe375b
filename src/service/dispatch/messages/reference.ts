// The reference of verbs and permissions, written from the verbs and the permission table themselves.
import { usagesOf } from '../../../core/message/domain/line-text.ts';
import { capital } from '../../../core/message/domain/text-ends.ts';
import type { HelpEntry } from './help.ts';

export type ReferenceEntry = HelpEntry & {
  readonly aliases?: readonly string[];
  readonly subcommands?: readonly ReferenceEntry[];
};

/** docs/reference.md, whole. */
export function referenceText(
  verbs: readonly ReferenceEntry[],
  permissions: Readonly<Record<string, { readonly says: string }>>,
): string {
  return [
    '# Reference',
    'Written by `npm run reference` from the verbs and the permission table of the code. Do not edit it by hand.',
    '## Verbs',
    ...verbs.flatMap((verb) => section(verb, 3)),
    '## Who may do what',
    'One table, `src/core/request/domain/permissions.ts`, is asked for every verb. What is not in it is nobody’s.',
    [
      '| Permission | Who |',
      '|---|---|',
      ...Object.entries(permissions).map(([name, { says }]) => `| \`${name}\` | ${says} |`),
    ].join('\n'),
    '',
  ].join('\n\n');
}

function section(verb: ReferenceEntry, depth: number): string[] {
  const { name, aliases = [], summary, examples, access, subcommands = [] } = verb;
  const short =
    aliases.length > 0 ? ` Also: ${aliases.map((one) => `\`${one}\``).join(', ')}.` : '';
  return [
    `${'#'.repeat(depth)} ${name}`,
    `${capital(summary)}.${short}`,
    usagesOf(verb)
      .map((usage) => `- \`/pap ${usage}\``)
      .join('\n'),
    'For example:',
    examples.map((example) => `- \`${`/pap ${example}`.trim()}\``).join('\n'),
    `Who: ${access}.`,
    ...subcommands.flatMap((sub) => section(sub, depth + 1)),
  ];
}
