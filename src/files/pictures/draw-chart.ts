// Draws a chart: echarts lays it out as SVG without a browser, resvg makes a PNG of that with the project's own font, so
// that it looks the same on every machine.
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { init } from 'echarts';
import { xmlText } from '../../core/message/domain/xml-text.ts';
import type { ChartData } from '../../core/message/messages/chart-data.ts';
import { kpiTrendOption } from './kpi-trend.ts';
import { ragOverTimeOption } from './rag-over-time.ts';
import { FONT, SIZE } from './style.ts';

/** Drawn once as large again: sharp on a phone, and when a page is printed. */
const PNG_SCALE = 2;

const fontFiles = ['400Regular/Inter_400Regular.ttf', '700Bold/Inter_700Bold.ttf'].map((file) =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/inter/${file}`),
);

/** @param name begins the ids inside: no two drawings of one page may have the same */
export function drawSvg(chart: ChartData, name = 'chart'): string {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
  try {
    drawing.setOption({
      animation: false,
      backgroundColor: '#ffffff',
      textStyle: { fontFamily: FONT },
      ...optionOf(chart),
    });
    // echarts counts all that its process has drawn, in ids and in the classes of what a mouse could point at.
    return xmlText(drawing.renderToSVGString())
      .replace(/ class="[^"]*"/g, '')
      .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
      .replace(/(["#])zr\d+-/g, `$1${name}-`);
  } finally {
    drawing.dispose();
  }
}

/** The same as a PNG. */
export function drawPng(chart: ChartData): Uint8Array {
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Inter' };
  const drawn = new Resvg(drawSvg(chart), {
    fitTo: { mode: 'zoom', value: PNG_SCALE },
    font,
  }).render();
  return new Uint8Array(drawn.asPng());
}

function optionOf(chart: ChartData) {
  switch (chart.kind) {
    case 'rag-over-time':
      return ragOverTimeOption(chart);
    case 'kpi-trend':
      return kpiTrendOption(chart);
    default:
      return chart satisfies never;
  }
}
