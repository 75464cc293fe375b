// Opens the embedded record for the baseline, in its process as in the bot's, and leaves it to `pg` by
// PG*: the same engine with the same settings, so that only what stands in front of it differs.
import { openEmbedded } from '../src/core/database/embedded/embedded-server.ts';

const { socketFolder } = await openEmbedded(process.env.PAP_DATA_DIR ?? '', 'server');
process.env.PGHOST = socketFolder;
