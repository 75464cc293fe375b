// Names for prepared statements. PostgreSQL keeps the plan of a named statement, and planning most of
// ours costs it more than running them; the embedded engine gains even more.
import { createHash } from 'node:crypto';

/** Every connection keeps its named statements, so their number has a limit. */
const MAX_NAMES = 200;

/**
 * Names each text that it is asked for, up to the limit; then the name is empty, which is none.
 * The name is made from the text: connections to the embedded engine share its one session, also
 * those of other processes, so the same name must mean the same statement to all of them.
 */
export function nameStatements(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= MAX_NAMES) return '';
    const name = `pap_${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`;
    names.set(sql, name);
    return name;
  };
}
