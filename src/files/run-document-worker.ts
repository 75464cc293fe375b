// The document worker: documents and pictures are made in a process of its own. A board pack takes seconds in which the
// bot would answer nobody, and what its pictures are drawn in is memory that the drawing library gives back late: here it
// goes with the process, which ends after some orders and when nothing is asked of it.
import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ChartData } from '../core/message/messages/chart-data.ts';
import type { Document } from '../core/message/messages/document.ts';

export type DocumentWork = {
  writeDocx(document: Document): Promise<Uint8Array>;
  writeHtml(document: Document): Promise<Uint8Array>;
  drawPng(chart: ChartData): Promise<Uint8Array>;
};

export type DocumentOrder = {
  readonly id: number;
  readonly what: keyof DocumentWork;
  readonly input: Document | ChartData;
};
export type DocumentAnswer =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly error: string };

type Limits = {
  /** After so many orders the process makes room for a fresh one. */
  readonly orders: number;
  readonly idleMs: number;
  /** An order that takes longer, those before it included, has gone wrong. */
  readonly orderMs: number;
};

const LIMITS: Limits = { orders: 25, idleMs: 30_000, orderMs: 300_000 };

type Waiting = {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
};
type Running = {
  readonly child: ChildProcess;
  readonly waiting: Map<number, Waiting>;
  taken: number;
  idle: NodeJS.Timeout | null;
};

/** The works, each carried out by the document worker. A process is only started when there is something to do. */
export function runDocumentWorker(limits: Partial<Limits> = {}, file = childFile()): DocumentWork {
  const { orders, idleMs, orderMs } = { ...LIMITS, ...limits };
  let running: Running | null = null;
  let count = 0;

  function start(): Running {
    const child = fork(file, { serialization: 'advanced', execArgv: loader(file) });
    const started: Running = { child, waiting: new Map(), taken: 0, idle: null };
    const gone = () => {
      if (running === started) running = null;
      for (const one of started.waiting.values()) {
        clearTimeout(one.timer);
        one.reject(new Error('the process that makes documents ended before it was done'));
      }
      started.waiting.clear();
    };
    child.on('message', (answer: DocumentAnswer) => settle(started, answer));
    child.on('error', gone);
    child.on('exit', gone);
    // It never keeps the bot from ending; `order` holds on to it for as long as it has something to do.
    child.unref();
    return started;
  }

  function settle(one: Running, answer: DocumentAnswer): void {
    const waiting = one.waiting.get(answer.id);
    if (!waiting) return;
    one.waiting.delete(answer.id);
    clearTimeout(waiting.timer);
    if ('bytes' in answer) waiting.resolve(answer.bytes);
    else waiting.reject(new Error(answer.error));
    if (one.waiting.size > 0) return;
    one.child.channel?.unref();
    if (one.taken >= orders) one.child.disconnect();
    else one.idle = setTimeout(() => end(one), idleMs).unref();
  }

  function end(one: Running): void {
    if (running === one) running = null;
    if (one.child.connected) one.child.disconnect();
  }

  function order(what: DocumentOrder['what'], input: DocumentOrder['input']): Promise<Uint8Array> {
    running ??= start();
    const one = running;
    if (one.idle) clearTimeout(one.idle);
    one.idle = null;
    one.taken++;
    // Those that it has are finished; whatever comes now goes to the next one.
    if (one.taken >= orders) running = null;
    const id = ++count;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => one.child.kill('SIGKILL'), orderMs).unref();
      one.waiting.set(id, { resolve, reject, timer });
      one.child.channel?.ref();
      one.child.send({ id, what, input } satisfies DocumentOrder);
    });
  }

  return {
    writeDocx: (document) => order('writeDocx', document),
    writeHtml: (document) => order('writeHtml', document),
    drawPng: (chart) => order('drawPng', chart),
  };
}

/** Beside this file, compiled or not. */
function childFile(): string {
  const name = import.meta.url.endsWith('.ts') ? './document-worker.ts' : './document-worker.js';
  return fileURLToPath(new URL(name, import.meta.url));
}

/** What is not compiled is loaded as the bot itself is. */
function loader(file: string): string[] {
  if (!file.endsWith('.ts')) return [];
  const tsx = createRequire(import.meta.url).resolve('tsx');
  return ['--import', pathToFileURL(tsx).href];
}
