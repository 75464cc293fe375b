// `npm run dpia`: writes docs/dpia-template.md from the list of what every column of the record holds.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptTables } from './control/privacy/domain/kept-tables.ts';
import { dpiaText } from './control/privacy/messages/dpia.ts';
import { projectRoot } from './project-root.ts';

writeFileSync(join(projectRoot(), 'docs/dpia-template.md'), dpiaText(keptTables));
