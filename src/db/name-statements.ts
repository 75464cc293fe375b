// Names for prepared statements: PostgreSQL keeps the plan of a named statement, and planning costs it
// several times what running ours does.

/** Each connection keeps every named statement, so their number has a limit. */
const MAX_NAMES = 200;

/** One name for each text that it is asked for; no name, which is an empty one, past the limit. */
export function nameStatements(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= MAX_NAMES) return '';
    const name = `pap_${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
}
