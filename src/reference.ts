// `npm run reference`: writes docs/reference.md from the verbs and the permission table.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../commands/index.ts';
import { permissionTable } from './core/request/domain/permissions.ts';
import { referenceText } from './messages/reference.ts';
import { projectRoot } from './project-root.ts';

writeFileSync(join(projectRoot(), 'docs/reference.md'), referenceText(commands, permissionTable));
