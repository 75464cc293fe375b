// The one gate: format, lint and import rules, promises and exhaustiveness, types, unused code, tests.
// Every step runs, so that one look shows all that is wrong. PAP_CHECK_WITHOUT_TESTS=1 leaves the
// tests out, for a caller that has just run them.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import './generate.mjs';
import { importRules } from './house.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const withoutTests = process.env.PAP_CHECK_WITHOUT_TESTS === '1';

const rules = join(root, '.oxlintrc.house.json');
writeFileSync(rules, JSON.stringify(importRules()));

const steps = [
  ['format, lint', 'biome', ['ci', '.']],
  ['import rules', 'oxlint', ['-c', rules, 'src', 'commands', 'scheduled']],
  ['promises, exhaustiveness', 'oxlint', ['--type-aware']],
  ['types', 'tsc', ['-p', '.']],
  ['unused code', 'knip', []],
  ...(withoutTests ? [] : [['tests', 'vitest', ['run']]]),
];

const failed = [];
for (const [name, command, args] of steps) {
  console.log(`\n== ${name}: ${command} ${args.join(' ')}`);
  const run = spawnSync(`node_modules/.bin/${command}`, args, { cwd: root, stdio: 'inherit' });
  if (run.status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? '\ncheck: all well' : `\ncheck: FAILED in ${failed.join('; ')}`);
process.exit(failed.length === 0 ? 0 : 1);
