// Messages are cut out of a connection's bytes in whatever pieces these come.
import { describe, expect, it } from 'vitest';
import {
  type RequestPart,
  splitReply,
  splitRequest,
} from '../../../../src/core/database/embedded/wire-frames.ts';

function typed(type: string, body: string): Buffer {
  const bytes = Buffer.alloc(5 + body.length, body);
  bytes.write(type, 0);
  bytes.writeUInt32BE(4 + body.length, 1);
  return Buffer.concat([bytes.subarray(0, 5), Buffer.from(body)]);
}

function first(code: number, body = ''): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length, 0);
  head.writeUInt32BE(code, 4);
  return Buffer.concat([head, Buffer.from(body)]);
}

const START = 196_608;
const SSL = 80_877_103;

/** The parts, with each message as its type and body. */
function shown(parts: readonly RequestPart[]): unknown[] {
  return parts.map((part) =>
    part.kind === 'messages'
      ? {
          complete: part.complete,
          messages: part.messages.map((message) =>
            Buffer.from(message)
              .toString('latin1')
              .replace(/[^A-Za-z]/g, ''),
          ),
        }
      : part.kind,
  );
}

describe('splitRequest', () => {
  const conversation = Buffer.concat([
    first(SSL),
    first(START, 'user'),
    typed('P', 'parse'),
    typed('B', 'bind'),
    typed('S', ''),
    typed('Q', 'query'),
    typed('P', 'parse'),
    typed('H', ''),
    typed('S', ''),
    typed('X', ''),
  ]);
  const parts = [
    'refuse-encryption',
    { complete: true, messages: ['user'] },
    { complete: true, messages: ['Pparse', 'Bbind', 'S'] },
    { complete: true, messages: ['Qquery'] },
    { complete: false, messages: ['Pparse', 'H'] },
    { complete: true, messages: ['S'] },
    'goodbye',
  ];

  it.each([1, 2, 3, 7, 11, conversation.length])(
    'cuts pieces of %i bytes into whole exchanges',
    (size) => {
      const split = splitRequest();
      const found: RequestPart[] = [];

      for (let start = 0; start < conversation.length; start += size)
        found.push(...split(conversation.subarray(start, start + size)));

      expect(shown(found)).toEqual(parts);
    },
  );

  it.each([
    ['a length that is too short', Buffer.from([0, 0, 0, 3, 0, 3, 0, 0])],
    ['a length that is too long', Buffer.from([0xff, 0xff, 0xff, 0xff, 0, 3, 0, 0])],
    ['a request to cancel', first(80_877_102, 'secret')],
  ])('ends a connection that begins with %s', (_what, bytes) => {
    expect(splitRequest()(bytes)).toEqual([{ kind: 'goodbye' }]);
  });
});

describe('splitReply', () => {
  it('takes notifications out of an answer and leaves the rest in its order', () => {
    const answer = Buffer.concat([
      typed('C', 'done'),
      typed('A', 'heard'),
      typed('Z', 'I'),
      typed('A', 'again'),
    ]);

    const { reply, notifications } = splitReply(answer);

    expect(Buffer.from(reply)).toEqual(Buffer.concat([typed('C', 'done'), typed('Z', 'I')]));
    expect(Buffer.from(notifications)).toEqual(
      Buffer.concat([typed('A', 'heard'), typed('A', 'again')]),
    );
  });

  it('leaves an empty answer empty', () => {
    expect(splitReply(Buffer.alloc(0)).reply).toHaveLength(0);
  });
});
