// Who types in the tests: the people of the example plan, by the addresses that they are known by.

/** Owns 2B:2 and 1A:1, and is deputy of 1A:2. */
export const ASHA = 'owner@example.org';
/** The programme office. */
export const BEN = 'office@example.org';
/** Co-chairs Right Support, theme 1. */
export const CERYS = 'cochair@example.org';
/** Co-chairs Right Support with Cerys, and another theme; of the board where a test says so. */
export const DEV = 'dev@example.org';
/** Deputy of 2B:2, owner of 3A:1. */
export const ELLA = 'deputy@example.org';
/** Owns 1A:2 and 2B:1. */
export const FEMI = 'femi@example.org';
