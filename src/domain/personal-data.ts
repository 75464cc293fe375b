import { a } from './personal-data/span.ts';

export const b = a;
