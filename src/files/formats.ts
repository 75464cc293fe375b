// The file formats as the application asks for them.
import { readFile } from './read-file.ts';
import { writeCsvZip, writeXlsx } from './write-tables.ts';

export const fileFormats = { read: readFile, writeXlsx, writeCsvZip };
