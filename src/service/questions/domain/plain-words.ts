// The words of a sentence as people type or dictate it, in one spelling.

/** Short forms and slips of apostrophes, in full. */
const FULL: readonly (readonly [RegExp, string])[] = [
  [/[‘’`´]/g, "'"],
  [
    /\b(what|who|where|when|how|that|there|it|here)(?:'s|s(?= (?:the|my|red|due|late|overdue|outstanding|on|in|left|next|happening|still|changed|leading|away|up)\b))/g,
    '$1 is',
  ],
  [/\b(?:whos|who's)\b/g, 'who is'],
  [/\b(?:whats|what's)\b/g, 'what is'],
  [/\bi'm\b|\bim\b/g, 'i am'],
  [/\bi'll\b/g, 'i will'],
  [/\b(\w+)'ve\b/g, '$1 have'],
  [/\b(\w+)'re\b/g, '$1 are'],
  [/\b(?:can't|cant|cannot)\b/g, 'can not'],
  [/\bwon'?t\b/g, 'will not'],
  [/\b(is|are|was|were|has|have|had|does|did|do|would|could|should)n'?t\b/g, '$1 not'],
  [/\b(i|you|we|they|he|she)'d\b/g, '$1 would'],
  [/\b(i|you|we|they|he|she|it)'ll\b/g, '$1 will'],
  [/\bkpi's\b/g, 'kpis'],
];

/** What adds nothing to what is asked. */
const COURTESY =
  /^(?:(?:(?:hi|hello|hey|hiya|dear|(?:good )?(?:morning|afternoon|evening))(?: (?:pap|there|all|team))?(?= \S)|pap(?= \S)|please|pls|plz|ok|okay|so|um+|er+m*|uh|well|just|sorry|thanks|hmm+|and|but|also|actually|kindly|just checking|quick question|(?:can|could|would|will) you(?: please)?(?: let me know)?(?= \S)|let me know(?= \S))[ ,]+)+/;

/** The words of a sentence in one spelling. */
export function plainWords(text: string): string {
  let words = text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/https?:\/\/\S+/g, ' http ');
  for (const [pattern, full] of FULL) words = words.replace(pattern, full);
  words = words
    .replace(/[“”„"]/g, ' ')
    .replace(/(?<=\s|^)[•*–—-](?=\s)/g, ' ')
    .replace(/(?<![?!.,:;…])[?!.,:;…]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ (?:ahead of|before) (?:the |our )?(?:next )?(?:board|meeting|siab)(?: please)?$/, '')
    .replace(COURTESY, '')
    .replace(/ (?:please|pls|thanks|thank you|ta|now please)$/, '');
  return ` ${words.trim()} `;
}

/** Words by which people ask for words, and are not looked for themselves. */
const ASKING: ReadonlySet<string> = new Set(
  'anything something somewhere doing happening about bit part section passage page place mention mentions mentioned covers talk talks where does it say says search look looking find for what which who whose show me tell the a an is are was were there mean means meaning stand stands many much how when why do did have has had we our i my can could read see get of on in to up please you pap any some info information know need want if'.split(
    ' ',
  ),
);

/** What a sentence is about: its words without those that only ask. */
export function contentWords(text: string): string {
  return plainWords(text)
    .trim()
    .split(' ')
    .filter((word) => !ASKING.has(word))
    .join(' ');
}

/** How people ask where something stands, and what they ask about: “what does the plan say about …”. */
const ASKS_ABOUT = [
  /^ (?:what|where) (?:(?:does|do|did) (?:\S+ ){1,3}(?:say|mention|talk)|is (?:said|mentioned|written|known)) (?:about|on|of) (.+) $/,
  /^ (?:(?:is|are|was) there |have we (?:got )?|do we have )?(?:anything|something|any mention|any more)(?: in (?:the|our) \S+| said)? (?:on|about|of) (.+) $/,
  /^ (?:tell me|read me|i want to know|i would like to know|know|info|information|details) (?:more |all |everything |something )?(?:about|on) (.+) $/,
  /^ where (?:is|are|does it (?:say|mention)|do we (?:say|mention)) (.+?)(?: mentioned| covered| written| discussed)? $/,
];

/** What a sentence asks about that asks where something stands; null: it is no such sentence. */
export function askedAbout(plain: string): string | null {
  for (const form of ASKS_ABOUT) {
    const [, about] = form.exec(plain) ?? [];
    if (about !== undefined) return about.replace(/^(?:the|our|a|an) /, '').trim();
  }
  return null;
}
