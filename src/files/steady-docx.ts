// Takes out of a .docx what is different each time that the library makes it: times, and names drawn by lot. What two
// people were handed can then be compared byte for byte.
import { strFromU8, strToU8, unzipSync, type ZipOptions, zipSync } from 'fflate';

/** A zip counts years from 1980; the real time stands in the properties. */
const ZIP_TIME = new Date(1980, 0, 1, 12);

/** @param asAt the only time that the file tells, as an ISO instant */
export function steadyDocx(bytes: Uint8Array, asAt: string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) =>
    /\.(?:xml|rels)$/.test(name) ? ([name, strFromU8(part)] as const) : ([name, part] as const),
  );
  const drawn = relationshipNames(parts);
  const steady = parts.map(([name, part]) => {
    const content = typeof part === 'string' ? strToU8(steadyText(part, drawn, asAt)) : part;
    const entry: [Uint8Array, ZipOptions] = [content, { mtime: ZIP_TIME }];
    return [name, entry] as const;
  });
  return zipSync(Object.fromEntries(steady.sort(([one], [other]) => order(one, other))));
}

/** The names that the library drew by lot, each with the one that it gets. */
function relationshipNames(
  parts: readonly (readonly [string, string | Uint8Array])[],
): Map<string, string> {
  const names = parts.flatMap(([name, part]) =>
    name.endsWith('.rels') && typeof part === 'string'
      ? [...part.matchAll(/ Id="([^"]+)"/g)].map(([, id = '']) => id)
      : [],
  );
  const drawn = [...new Set(names)].filter((id) => !/^rId\d+$/.test(id));
  return new Map(drawn.map((id, index) => [id, `pap${index + 1}`]));
}

function steadyText(text: string, drawn: ReadonlyMap<string, string>, asAt: string): string {
  let picture = 0;
  let steady = text
    // The library numbers pictures over everything that its process has made.
    .replace(/<wp:docPr id="[^"]*"/g, () => `<wp:docPr id="${++picture}"`)
    .replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g, `$1${asAt}`);
  for (const [id, name] of drawn) steady = steady.replaceAll(`"${id}"`, `"${name}"`);
  return steady;
}

/** Readers expect the list of what is in it first. */
function order(one: string, other: string): number {
  const rank = (name: string) => (name === '[Content_Types].xml' ? 0 : 1);
  return rank(one) - rank(other) || (one < other ? -1 : 1);
}
