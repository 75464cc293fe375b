// The template of a data protection impact assessment, with what the record really holds in it. `npm run dpia` writes it.
import { type ColumnClass, columnsOf, type KeptTable } from '../domain/kept-data.ts';
import { alwaysTidied, rowKinds } from '../domain/retention.ts';

/** Classes in which something about a person stands, in the order of the page. */
const personal: readonly (readonly [ColumnClass, string])[] = [
  ['name', 'names'],
  ['address', 'addresses and accounts'],
  ['person', 'who it is about or by'],
  ['words', 'words of people'],
  ['copy', 'copies of words and names'],
  ['log', 'sentences with names'],
  ['plan', 'words of the plan'],
  ['frozen', 'frozen papers'],
];

/** The page. What is in square brackets is for the organisation to fill in. */
export function dpiaText(tables: readonly KeptTable[]): string {
  const about = tables.filter((table) =>
    personal.some(([kind]) => columnsOf(table, kind).length > 0),
  );
  const rest = tables.filter((table) => !about.includes(table));
  return `# Data protection impact assessment: template

Written by \`npm run dpia\` from the list of what every column holds. Do not edit it here: copy it, and fill in what is in square
brackets. [information-governance.md](information-governance.md) says the same in prose.

## 1. What it is for

PAP keeps an improvement plan: who answers for which objective, what they reported when, and what a board was shown. It reminds
people, takes their answers in Slack, Teams or a terminal, and makes the board's papers.

- Controller: [each partner that decides about the plan; joint controllers' arrangement]
- Processor: [whoever runs the server]; Slack and Microsoft as far as messages pass through them
- Lawful basis: [for example public task, Article 6(1)(e)]
- Whose data: officers, practitioners, board members and parent carer representatives who are on the plan
- Not for: data about children or families. Notes pass a guard that refuses what would identify a child

## 2. What is held about people

| Table | What it is | Holds | Seen by | Leaves the house by |
|---|---|---|---|---|
${about.map(row).join('\n')}

## 3. What is held that is about nobody

${rest.map(({ table, about: what }) => `- \`${table}\`: ${what.toLowerCase()}`).join('\n')}

## 4. How long

Everything is kept for good until the programme office sets a time (\`admin retention set\`). What is decided here:

| Kind | What it is | Time |
|---|---|---|
${Object.entries(rowKinds)
  .map(([kind, what]) => `| \`${kind}\` | ${what} | [months or years, and why] |`)
  .join('\n')}
${alwaysTidied.map(([what, time]) => `| – | ${what} | ${time}, always |`).join('\n')}

## 5. Rights

| Right | How |
|---|---|
| to be informed | [privacy notice]; every message says why it came |
| of access | \`admin sar @name\`: a file, to be checked for others' data |
| to rectification | \`amend\`; the first wording stays in the history |
| to erasure | \`admin people erase @name because …\`; what is out of reach is listed |
| to restriction | \`admin retention hold @name because …\` stops erasing; \`admin people leave\` ends use |
| to object | [who decides] |

## 6. Risks

| Risk | What stands against it | Left over |
|---|---|---|
| A note identifies a child | the guard refuses before it is stored; small numbers are hidden in what is public | [assess] |
| Somebody reads what is not theirs | permissions in one table, closed by default; no password of the product's own | [assess] |
| The history is touched | digests and seals noted outside the record | [assess] |
| Erased words live on elsewhere | packs, sent messages, exports and backups are listed at each erasure | [assess: who deals with them] |
| The database or a backup is stolen | [encryption at rest, access to the server] | [assess] |
| A chat platform keeps messages | the organisation's own retention in Slack and Teams | [assess] |

## 7. Signed off

| | Name | Date |
|---|---|---|
| Measures approved by | [name, post] | [date] |
| Advice of the data protection officer | [name] | [date] |
| To be reviewed | | [date] |
`;
}

function row(table: KeptTable): string {
  const holds = personal.flatMap(([kind, words]) => {
    const columns = columnsOf(table, kind);
    return columns.length > 0
      ? [`${words} (${columns.map((column) => `\`${column}\``).join(', ')})`]
      : [];
  });
  return `| \`${table.table}\` | ${table.about} | ${holds.join('; ')} | ${table.seenBy} | ${table.leaves} |`;
}
