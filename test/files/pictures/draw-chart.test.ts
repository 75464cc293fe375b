// What is drawn, read back and compared with the data. With PAP_PICTURES the pictures are kept for the guide.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawPng, drawSvg } from '../../../src/files/pictures/draw-chart.ts';
import { type KpiTrend, someRatings, someTrend } from '../../support/world/sample-documents.ts';

const PICTURES = process.env.PAP_PICTURES;

type Text = { readonly words: string; readonly x: number; readonly y: number };

function textsOf(svg: string): Text[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(
    ([, attributes = '', words = '']) => {
      const [, x = '0', y = '0'] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(attributes) ?? [];
      const own = (name: string) =>
        Number(new RegExp(` ${name}="([-\\d.]+)"`).exec(attributes)?.[1] ?? 0);
      return { words, x: Number(x) + own('x'), y: Number(y) + own('y') };
    },
  );
}

function wordsOf(svg: string): string[] {
  return textsOf(svg).map(({ words }) => words);
}

/** Where the points of the line are. */
function pointsOf(svg: string): { readonly x: number; readonly y: number }[] {
  return [...svg.matchAll(/matrix\(7,0,0,7,([-\d.]+),([-\d.]+)\)/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));
}

/** The heights of the parts of one colour. */
function heightsOf(svg: string, colour: string): number[] {
  const parts = [...svg.matchAll(new RegExp(`<path d="([^"]+)" fill="${colour}"`, 'g'))];
  return parts.map(([, path = '']) => {
    const rows = [...path.matchAll(/[ML]([-\d.]+) ([-\d.]+)/g)].map(([, , y]) => Number(y));
    const relative = /l0 ([-\d.]+)/.exec(path)?.[1];
    return relative === undefined
      ? Math.max(...rows) - Math.min(...rows)
      : Math.abs(Number(relative));
  });
}

function trend(facts: Partial<KpiTrend>): KpiTrend {
  return { ...someTrend, ...facts };
}

function withoutTarget({ target: _, ...chart }: KpiTrend): KpiTrend {
  return chart;
}

describe('a KPI’s figures', () => {
  it('stand at the height of their values, on the axis that is printed beside them', () => {
    const svg = drawSvg(someTrend);
    const [low, high] = ['20%', '80%'].map((words) =>
      textsOf(svg).find((one) => one.words === words && one.x < 100),
    );
    const values = pointsOf(svg).map(
      ({ y }) => 20 + (60 * (y - (low?.y ?? 0))) / ((high?.y ?? 0) - (low?.y ?? 0)),
    );

    expect(values.map((value) => Math.round(value * 10) / 10)).toEqual([34.4, 47.1, 50.3, 56]);
  });

  it('are named as published, and a figure that was not available is a gap', () => {
    const svg = drawSvg(someTrend);

    expect(wordsOf(svg)).toEqual(
      expect.arrayContaining(['34.40%', '47.1%', '50.3%', '56%', '2022']),
    );
    expect(svg).toMatch(/d="M152 [\d.]+M360 [\d.]+L464 [\d.]+L568 [\d.]+"/);
  });

  it('have their target as a line, with its words beside the plot and no figure in its way', () => {
    const svg = drawSvg(someTrend);
    const line = /d="M100 ([\d.]+)L620 [\d.]+"[^>]*stroke-dasharray/.exec(svg)?.[1];
    const words = textsOf(svg).find((one) => one.words === 'Target at least');
    const figures = textsOf(svg).filter((one) =>
      ['34.40%', '47.1%', '50.3%', '56%'].includes(one.words),
    );

    expect(Math.abs(Number(line) - (words?.y ?? 0))).toBeLessThan(14);
    expect(words?.x).toBeGreaterThan(620);
    for (const figure of figures)
      expect(Math.abs(figure.y - Number(line)), figure.words).toBeGreaterThan(12);
    expect(wordsOf(svg)).toEqual(expect.arrayContaining(['Shaded: within', '5 points of it']));
  });

  it('say by when the target is to be reached, and how it stands', () => {
    const { target } = someTrend;
    const svg = drawSvg(
      trend({ ...(target && { target: { ...target, by: 'July 2025', stands: 'off course' } }) }),
    );
    const words = textsOf(svg).filter(({ x }) => x > 620);

    expect(words.map((one) => one.words)).toEqual([
      ...['Target at least', expect.any(String), 'by July 2025', 'off course'],
      ...['Shaded: within', '5 points of it'],
    ]);
    expect(new Set(words.map(({ y }) => y)).size).toBe(6);
  });

  it('are drawn when there is one, when all are equal, when all are missing and when there are none', () => {
    const [first] = someTrend.points;
    const one = drawSvg(withoutTarget(trend({ points: first ? [first] : [] })));
    const equal = drawSvg(
      trend({
        unit: ' days',
        points: ['2022', '2023'].map((label) => ({ label, value: 553, raw: '553 days' })),
        target: { value: 553, raw: '553 days', sense: 'at-most' },
      }),
    );
    const missing = drawSvg(
      withoutTarget(trend({ points: [{ label: '2022', value: null, raw: 'n/a' }] })),
    );
    const zero = drawSvg(withoutTarget(trend({ points: [{ label: '2022', value: 0, raw: '0' }] })));
    const none = drawSvg(withoutTarget(trend({ points: [] })));

    expect(pointsOf(one)).toHaveLength(1);
    expect(wordsOf(one)).toContain('34.40%');
    const [left, right] = pointsOf(equal);
    expect(left?.y).toBe(right?.y);
    expect(wordsOf(equal).filter((words) => words === '553 days')).toHaveLength(3);
    expect(pointsOf(missing)).toHaveLength(0);
    expect(wordsOf(missing)).toContain('2022');
    expect(pointsOf(zero)).toHaveLength(1);
    for (const svg of [one, equal, missing, zero, none]) expect(svg).not.toMatch(/NaN|Infinity/);
  });
});

describe('ratings over time', () => {
  it('are parts as high as their numbers, in colours that people tell apart', () => {
    const svg = drawSvg(someRatings);
    const [red = [], green = []] = ['#D55E00', '#009E73'].map((colour) => heightsOf(svg, colour));
    const unit = (red[0] ?? 0) / 5;

    expect(red.map((height) => Math.round(height / unit))).toEqual([5, 4, 1, 1]);
    expect(green.map((height) => Math.round(height / unit))).toEqual([3, 5, 6, 8]);
  });

  it('say every number in letters, also where a part is too small for them', () => {
    const words = wordsOf(drawSvg(someRatings));

    expect(words).toEqual(
      expect.arrayContaining(['R5 A6 G3 –2', 'R4 A6 G5 B1', 'R1 A7 G6 B2', 'R1 A4 G8 B3']),
    );
    expect(words).toEqual(expect.arrayContaining(['R 5', 'G 8', 'B 3']));
    expect(words).not.toContain('R 1');
  });
});

describe('any chart', () => {
  it('is the same each time, and has ids of its own on a page', () => {
    const first = drawSvg(someTrend, 'one');
    drawSvg(someRatings);

    expect(drawSvg(someTrend, 'one')).toBe(first);
    expect(drawSvg(someTrend, 'two')).not.toContain('one-');
    expect(first).toContain('id="one-');
  });

  it('has no markup that its words could bring in', () => {
    const svg = drawSvg(trend({ title: '<script>alert(1)</script> & "more"' }));

    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script');
  });

  it.each([
    ['kpi-chart.png', someTrend],
    ['ratings-chart.png', someRatings],
  ])('is a sharp PNG with text in it: %s', (name, chart) => {
    const png = drawPng(chart);
    const view = new DataView(png.buffer, png.byteOffset);

    expect([view.getUint32(16), view.getUint32(20)]).toEqual([1600, 900]);
    // Without its font it would be a few kilobytes.
    expect(png.length).toBeGreaterThan(20_000);
    expect(Buffer.from(drawPng(chart)).equals(png)).toBe(true);
    if (PICTURES) writeFileSync(join(PICTURES, name), png);
  });

  it('tell the last known reds and ambers apart, and say what their letters mean', () => {
    const [first] = someRatings.points;
    const counts = { ...first?.counts, none: 0 } as (typeof someRatings.points)[number]['counts'];
    const faded = { 'last-known-red': 5, 'last-known-amber': 4, 'last-known-green': 2, unrated: 1 };
    const svg = drawSvg({
      ...someRatings,
      points: [{ label: 'now', counts: { ...counts, ...faded } }],
    });

    expect(wordsOf(svg)).toContain('R5 R?5 A6 A?4 G3 –3');
    expect(wordsOf(svg)).toContain(
      'R? last known red   A? last known amber   – no rating that counts',
    );
    const [red = 0, lastRed = 1] = ['#D55E00', '#F0BE99'].flatMap((one) => heightsOf(svg, one));
    expect(Math.round(lastRed)).toBe(Math.round(red));
  });
});
