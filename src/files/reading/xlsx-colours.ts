// The colour behind a cell of a spreadsheet: stated, of the workbook's theme, or of the palette of old.
import type { Fill, Workbook } from 'exceljs';
import { fieldOf } from '../../core/message/domain/narrow.ts';
import { tinted } from './colours.ts';

/** The palette's colours that plans are rated with, by number. */
const PALETTE: Readonly<Record<number, string>> = {
  ...{ 2: 'FF0000', 3: '00FF00', 4: '0000FF', 5: 'FFFF00', 9: 'FFFFFF', 10: 'FF0000' },
  ...{ 11: '00FF00', 12: '0000FF', 13: 'FFFF00', 16: '800000', 17: '008000', 18: '000080' },
  ...{ 20: '800080', 22: 'C0C0C0', 23: '808080', 30: '0066CC', 40: '00CCFF', 42: 'CCFFCC' },
  ...{ 43: 'FFFF99', 44: '99CCFF', 45: 'FF99CC', 47: 'FFCC99', 48: '3366FF', 50: '99CC00' },
  ...{ 51: 'FFCC00', 52: 'FF9900', 53: 'FF6600', 55: '969696', 57: '339966', 58: '003300' },
};

/** How a theme's colours are counted. */
const THEME = [
  ...['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5'],
  'accent6',
];

/** Reads a fill as six hexadecimal digits; null: it has none, or one that cannot be told. */
export function findFills(workbook: Workbook): (fill: Fill | undefined) => string | null {
  const theme = String(fieldOf(fieldOf(workbook.model, 'themes'), 'theme1') ?? '');
  const themed = (index: number) => {
    const name = THEME[index];
    const part = name && new RegExp(`<a:${name}>[\\s\\S]{0,40}?(?:lastClr|val)="([0-9A-Fa-f]{6})"`);
    return (part && new RegExp(part).exec(theme)?.[1]) || null;
  };
  return (fill) => {
    if (fill?.type !== 'pattern' || fill.pattern !== 'solid' || !fill.fgColor) return null;
    const { argb } = fill.fgColor;
    if (argb) return argb.slice(-6).toUpperCase();
    const indexed = fieldOf(fill.fgColor, 'indexed');
    if (typeof indexed === 'number') return PALETTE[indexed] ?? null;
    const colour = typeof fill.fgColor.theme === 'number' ? themed(fill.fgColor.theme) : null;
    const tint = fieldOf(fill.fgColor, 'tint');
    return colour && tinted(colour, typeof tint === 'number' ? tint : 0);
  };
}
