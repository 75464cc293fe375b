// `npm run reference`: writes docs/reference.md from the verbs and the permission table.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../commands/index.ts';
import { permissionTable } from './core/request/domain/permissions.ts';
import { projectRoot } from './project-root.ts';
import { referenceText } from './service/dispatch/messages/reference.ts';

writeFileSync(join(projectRoot(), 'docs/reference.md'), referenceText(commands, permissionTable));
