// Runs a TypeScript entry point in this very process: `node scripts/run.mjs src/pap.ts …`.
import { pathToFileURL } from 'node:url';
import { register } from 'tsx/esm/api';
import './generate.mjs';

const [, , entry, ...rest] = process.argv;
process.argv = [process.argv[0], entry, ...rest];
register();
await import(pathToFileURL(entry).href);
