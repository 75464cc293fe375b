// The baseline of memory and start-up: the libraries of the bot, imported and left alone. With
// PAP_DATA_DIR it also opens the PGlite folder inside it.
import '@slack/bolt';
import '@slack/web-api';
import '@microsoft/teams-ai';
import 'botbuilder';
import 'express';
import 'graphile-worker';
import 'node-schedule';
import 'pino';
import 'temporal-polyfill';
import 'zod';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../src/generated/prisma/client.ts';

const kept: unknown[] = [PrismaClient, PrismaPg, pg];
const { PAP_DATA_DIR: folder } = process.env;
if (folder) {
  const { PGlite } = await import('@electric-sql/pglite');
  kept.push(await PGlite.create(join(folder, 'postgres')));
}
setInterval(() => kept.length, 60_000);
process.stdout.write('ready\n');
