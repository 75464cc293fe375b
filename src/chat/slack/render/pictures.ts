// The charts of a message that we start, as pictures in it. Each is uploaded first, where nobody sees it yet, and the
// message then shows it. Whatever goes wrong here costs the picture only: its numbers stand in the message anyway.
import type { WebClient } from '@slack/web-api';
import type { ChartData } from '../../../core/message/messages/chart-data.ts';
import type { Message } from '../../../core/message/messages/message.ts';
import { slackErrorCode } from '../send/errors.ts';
import type { SlackLog } from '../send/log.ts';

export type DrawPng = (chart: ChartData) => Promise<Uint8Array>;
/** Slack's ids of the uploaded pictures. */
export type Pictures = ReadonlyMap<ChartData, string>;

export const noPictures: Pictures = new Map();

/** Slack looks at an upload before a message may show it: mostly within a second. */
const LOOKS = 5;
const LOOK_EVERY_MS = 600;

/** Uploads what can be; the others are left out. */
export async function uploadPictures(
  client: WebClient,
  { blocks }: Message,
  draw: DrawPng,
  log: SlackLog,
): Promise<Pictures> {
  const charts = blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
  const pictures = new Map<ChartData, string>();
  for (const chart of charts) {
    try {
      const id = await upload(client, chart, await draw(chart));
      if (id !== null) pictures.set(chart, id);
    } catch (error) {
      log.warn({ code: slackErrorCode(error) ?? 'failed' }, 'a picture could not be uploaded');
    }
  }
  return pictures;
}

async function upload(
  client: WebClient,
  chart: ChartData,
  bytes: Uint8Array,
): Promise<string | null> {
  // It is in no channel: this alone shows it to nobody.
  const { files } = await client.filesUploadV2({
    filename: `${chart.kind}.png`,
    title: chart.title,
    alt_text: chart.alt,
    file: Buffer.from(bytes),
  });
  const id = files[0]?.files?.[0]?.id;
  if (id === undefined) return null;
  for (let look = 1; look <= LOOKS; look++) {
    const { file } = await client.files.info({ file: id });
    if (file?.mimetype) return id;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return null;
}
