// Rows of SQL get their type from the shape that they are held against, and from nothing else: the rule over all of src.
import { globSync, readFileSync } from 'node:fs';
