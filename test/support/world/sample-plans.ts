// Four plans of invented partnerships, each laid out as a different body lays out its own, and the pieces
// of which hostile files are made.
import excel from 'exceljs';
import { strToU8, zipSync } from 'fflate';

/** Two sheets; a title above headings in row 3; headings of areas merged across; a reference merged down. */
export async function samplePlanXlsx(): Promise<Uint8Array> {
  const workbook = new excel.Workbook();
  const plan = workbook.addWorksheet('Plan');
  plan.addRow(['Example improvement plan (fictional)']);
  plan.addRow([]);
  plan.addRow([
    ...['Action ref', 'Objective', 'Lead', 'End date', 'Revised date', 'Success measure'],
    ...['BRAG', 'Progress update', 'RAG last period', 'Start date'],
  ]);
  plan.addRow(['Area 2: Identifying needs']);
  plan.mergeCells('A4:H4');
  const revised = new Date(Date.UTC(2024, 8, 30));
  plan.addRow([
    ...['2B:2', 'Named workers identified, fully trained, and supported', 'Asha Example'],
    ...[new Date(Date.UTC(2024, 6, 31)), revised, 'All 20 trained', 'A', '14 of 20 trained'],
    ...['R', 'April 2024', 'Ask the board first'],
  ]);
  plan.addRow([
    '2B:2.1',
    'Example: train the last six',
    'Femi Example',
    'Autumn 2024',
    null,
    null,
    'G',
    ...[null, null, 'May 2024'],
  ]);
  plan.addRow(['2B:1', null, null, { formula: 'TODAY()', result: 45000 }, null, null, 'purple']);
  plan.getCell('I7').value = { formula: 'I6', result: 'G' };
  const next = workbook.addWorksheet('Next');
  next.addRow(['Notes: none']);
  next.addRow([]);
  next.addRow(['No', 'Objective', 'Action', 'By whom', 'By when', 'Status', 'Milestones', 'Start']);
  next.addRow(['Area 5: Preparing for adulthood']);
  next.mergeCells('A4:F4');
  next.addRow([
    '5A:1',
    'Example: fewer waits',
    'Example: list the waits',
    'Ella Example',
    'May 2025',
    '🟠',
    'Example: the list is agreed',
    new Date(Date.UTC(2024, 10, 4)),
  ]);
  next.addRow([
    '5A:1',
    'Example: fewer waits',
    'Example: halve the waits',
    'Zed Nobody',
    'July 2025',
    'Blue',
    ...['Example: the first month with half', 'soon'],
  ]);
  next.mergeCells('A5:A6');
  next.mergeCells('B5:B6');
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Two tables; the second one has the columns in another order and repeats its headings. */
export function samplePlanDocx(): Uint8Array {
  const first = [
    [
      ...['Ref', 'Action', 'Responsible', 'Due', 'RAG', 'Commentary'],
      ...['Monitoring', 'Impact RAG', 'Evaluation (impact)'],
    ],
    [
      '1A:1',
      'Example: one front door for advice to settings',
      'owner@example.org',
      'December 2024',
      'On track',
      'The door is open',
      ...['Each month', 'Amber', 'Half of the callers are helped at once'],
    ],
  ];
  const second = [
    ['RAG', 'Ref', 'Objective', 'Evidence'],
    ['red', '1A:2', 'Example: induction for every new SENCO', 'https://example.org/minutes'],
    ['RAG', 'Ref', 'Objective', 'Evidence'],
    ['', '6A:1', 'Example: a new objective', ''],
  ];
  return docx(`${wordTable(first)}<w:p/>${wordTable(second)}`);
}

/** Semicolons, a byte order mark, and the reference in the last column. */
export function samplePlanCsv(): Uint8Array {
  return strToU8(
    [
      '\uFEFFRating;Owner;Deadline;Title;Risk;Impact at 3 months;Telephone;Due date;Ref',
      'amber;Ella Example;"by July 2024";"Example: waiting families are told; in writing";"=HYPERLINK(1)";Example: everybody has a letter;ext. 4;1 July 2024;3A:1',
      ';;;;;;;;',
      'green;;the day after tomorrow;Example: no reference;;;ext. 5;;',
    ].join('\r\n'),
  );
}

/** A page with a script, a spanning heading and cells that reach down. */
export function samplePlanHtml(): Uint8Array {
  return strToU8(`<!doctype html><html><head><title>Plan</title><script>document.write('<table>')</script></head>
    <body><h1>Our plan</h1><table>
    <tr><th>ID</th><th>Objective</th><th>Action</th><th>By when</th><th>Impact RAG</th><th>Milestone</th></tr>
    <tr><td colspan="6"><b>Area 3</b> Waiting</td></tr>
    <tr><td rowspan="2">3A:2</td><td rowspan="2">Example: one list of <i>post-16</i> options</td>
      <td>Example: write it<script>alert(1)</script></td><td>1 October 2024</td><td rowspan="2">🔴</td><td rowspan="2">Example: schools have it</td></tr>
    <tr><td>Example: print it</td><td>Spring 2025</td></tr>
    </table></body></html>`);
}

/** A .docx file with this body. */
export function docx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return office({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
}

/** A zip of these parts. */
export function office(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  );
}

function wordTable(rows: readonly (readonly string[])[]): string {
  const cell = (words: string) => `<w:tc><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:tc>`;
  const row = (cells: readonly string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
  return `<w:tbl>${rows.map(row).join('')}</w:tbl>`;
}
