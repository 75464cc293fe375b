// `npm run doctor`: looks at settings, tokens, database, channels, clock and plan, before the first start and at any
// time, and says what to do about each. It changes nothing and posts nothing (docs/operations.md, “Is everything well?”).
import { parseArgs } from 'node:util';
import { createLog, silenceLibraries } from './log.ts';
import { examine } from './service/doctor/examine.ts';
import { exitCode, reportJson, reportText } from './service/doctor/finding.ts';

const USAGE = 'npm run doctor [-- --json]: looks at everything that PAP needs, and changes nothing';

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { json: { type: 'boolean' } } });
  const log = createLog('silent');
  silenceLibraries(log);
  const findings = await examine(process.env, { log });
  process.stdout.write(values.json ? reportJson(findings) : reportText(findings));
  return exitCode(findings);
}

// A client may still keep a connection open.
main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    // A text may hold an address or a secret, so only the kind of fault is said.
    const kind = error instanceof Error ? error.name : 'unknown';
    const isUsage = error instanceof TypeError && 'code' in error;
    process.stderr.write(
      isUsage ? `${USAGE}\n` : `The doctor could not look (${kind}). ${USAGE}\n`,
    );
    process.exit(2);
  },
);
