// Whether a file that came with words is meant for the import, so that it is to be fetched.

/** No words at all, the line itself, or a wish in a person's own words. */
export function asksForImport(text: string): boolean {
  const words = text.trim();
  return (
    words === '' || /^admin\s+import\b/i.test(words) || (WISH.test(words) && words.length < 200)
  );
}

const WISH =
  /^(?:please\s+|can you\s+|could you\s+|hi[,\s]+|pap[,\s]+)*(?:import|upload|load|read in)\b|\b(?:new plan|new version|updated plan)\b/i;
