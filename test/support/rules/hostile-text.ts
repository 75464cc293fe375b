// Text that is meant to keep a reader busy: one piece again and again, as long as asked.

const pieces = [
  ...['.', '-', '–', '1', '0,', ',', ';', ':', ' ', '\n', '\t', '"', '“', "'", '`', '*', '_', '~'],
  ...['(', '[', ')', ']', '<', '>', '@', '#', '&', '/', '\\', '|', '%', '£', 'a', 'A', '!', '?'],
  ...['and ', '1 and ', '1, ', '1 ', '1. ', '- ', ', ', ' ,', '; ', '\n ', '\n\n1 ', '"x', '"x" '],
  ...['by ', ' by 1 ', 'who ', ', who ', 'to ', ' to 1 ', 'at 1 ', 'of ', '1 of ', 'on ', 'from '],
  ...['decision from ', 'because ', 'a@', '@a ', '<@', '<@a>', '<at ', '<at>a', '[a](', '](', ':a'],
  ...['a-', 'a.', 'A. ', 'Aa ', 'Aa-', 'a, ', '&a', '1/', '1-', '-1', '1:', '1%', '1 % ', '2B:2 '],
  ...['1.2 ', 'SEND-14 ', '2B:2;', '2B:2\n', '2B:2@1 ', '1A:1 red x\n', 'D1 ', 'jan ', '12 jan '],
  ...[
    'children ',
    '3 of 61 families ',
    "'s ",
    'Jack is 9 ',
    'ref 123 ',
    'jack@a.org ',
    '943 476 5919 ',
  ],
  ...[
    '1 High Street OX1 1AA ',
    'checked: ',
    'pap ',
    'same 2B:2 ',
    'until ',
    'not before ',
    '1 to 2 ',
  ],
  ...[
    '0 1',
    '07 ',
    'Jack ',
    'one ',
    'only ',
    'born ',
    'J.',
    'Jack S ',
    'UPN ',
    'NHS no 1 ',
    'Xx',
    '[·',
  ],
  ...['case 1234 Jack ', 'Oak School ', 'Mrs A 1 Mill Lane ', 'aged 9 with autism at Oak School, '],
  ...['q1 ', '2024 ', '2024-', 'red ', 'same ', 'https://', 'http://a.', 'constructor ', '🔴', 'é'],
];

/**
 * @param prefix what a reader is glad to see before it
 * @param suffix what may keep the whole from being read
 */
export type HostileText = {
  readonly piece: string;
  readonly prefix: string;
  readonly suffix: string;
};

/** Every piece: alone, with an end that may keep the whole from being read, and behind what a line begins with. */
export const hostileTexts: readonly HostileText[] = pieces.flatMap((piece) => [
  { piece, prefix: '', suffix: '' },
  { piece, prefix: '', suffix: 'x' },
  { piece, prefix: '2B:2 amber 12 ', suffix: '' },
]);

/** Pieces in pairs: each of these texts' with each other one, in either order. */
export function pairedWith(texts: readonly HostileText[]): HostileText[] {
  const found = new Set(
    texts.flatMap(({ piece }) =>
      pieces.flatMap((other) => (other === piece ? [] : [piece + other, other + piece])),
    ),
  );
  return [...found].map((piece) => ({ piece, prefix: '', suffix: '' }));
}

/** A text of about `length` characters. */
export function hostileText({ piece, prefix, suffix }: HostileText, length: number): string {
  const room = length - prefix.length - suffix.length;
  return prefix + piece.repeat(Math.ceil(room / piece.length)).slice(0, room) + suffix;
}

/** The texts that keep a reader longest, the worst first, as texts of a length at which all are quickly tried. */
export function worstTexts(
  read: (text: string) => unknown,
  texts: readonly HostileText[],
  { length, most }: { readonly length: number; readonly most: number },
): HostileText[] {
  return texts
    .map((text) => {
      const typed = hostileText(text, length);
      return { text, ms: leastCpuMs(() => read(typed), 2, WORTH_REPEATING_MS) };
    })
    .sort((one, other) => other.ms - one.ms)
    .slice(0, most)
    .map(({ text }) => text);
}

/** Above it, it may have been the machine: once more. */
const WORTH_REPEATING_MS = 0.2;

/** The least processor time of several runs, in milliseconds; a run that is quick enough is not repeated. */
export function leastCpuMs(run: () => void, runs = 5, enough = 0): number {
  let least = Number.POSITIVE_INFINITY;
  for (let count = 0; count < runs && least > enough; count++) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}
