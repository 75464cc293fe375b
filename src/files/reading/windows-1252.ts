// Windows-1252, in which Excel in Western Europe writes .csv. A table of our own: some supported versions of Node.js read it as
// Latin-1, which makes control characters of quotation marks and dashes.

/** The characters of 0x80 to 0x9F as the encoding standard has them; all others are those of Latin-1. */
const HIGH =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (byte) => HIGH.charAt(byte.charCodeAt(0) - 0x80));
}
