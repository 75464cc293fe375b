// What reaches the log: names, codes and places, and never a message that is not ours. A database's
// message may quote a row, and a row holds what somebody wrote.
import { expect, it, vi } from 'vitest';
import { DeliveryError } from '../../src/core/outbox/app/delivery-error.ts';
import {
  ConfigError,
  DuplicateRequest,
  InvariantError,
  RetryLater,
} from '../../src/core/request/app/faults.ts';
import { describeError, silenceLibraries } from '../../src/log.ts';

const SECRET = 'note of owner@example.org';

/** An error of somebody else's that quotes what it was given, in every place it can. */
function foreign(message = `Failing row contains (${SECRET}).`, extra: object = {}): Error {
  return Object.assign(new Error(message), extra);
}

it.each([
  ['a plain error', foreign()],
  ['a message of several lines', foreign(`first\n    at ${SECRET}\n  at second (${SECRET})`)],
  ['a message that looks like a frame', foreign(`    at ${SECRET} (file.ts:1:1)`)],
  [
    'properties beside it',
    foreign('x', { meta: { target: SECRET }, detail: SECRET, query: SECRET }),
  ],
  ['a code that is a sentence', foreign('x', { code: SECRET })],
  ['a name that is a sentence', foreign('x', { name: SECRET })],
  ['a cause', new Error('outer', { cause: foreign() })],
  [
    'a cause of one of ours',
    new DeliveryError('unknown', 'unexpected-error', { cause: foreign() }),
  ],
  ['a cause that is text', new Error('outer', { cause: SECRET })],
  ['several errors in one', new AggregateError([foreign()], SECRET)],
  ['a message that was changed later', Object.assign(foreign(), { message: 'harmless' })],
  ['text that was thrown', SECRET],
  ['an object that was thrown', { message: SECRET }],
])('never lets somebody else’s words through: %s', (_name, error) => {
  const described = JSON.stringify(describeError(error));

  expect(described).not.toContain(SECRET);
  expect(described).not.toContain('owner@');
});

it('keeps the name, the code and the place of an error', () => {
  const error = foreign('secret', { name: 'PrismaClientKnownRequestError', code: 'P2002' });

  const described = describeError(error);

  expect(described).toMatchObject({ type: 'PrismaClientKnownRequestError', code: 'P2002' });
  expect((described as { frames: string[] }).frames[0]).toMatch(/^at foreign .*log\.test\.ts/);
});

it('keeps the place of an error whose message looks like frames', () => {
  const { frames } = describeError(foreign('x\n    at y')) as { frames: string[] };

  expect(frames[0]).toMatch(/^at foreign /);
  expect(frames).not.toContain('at y');
});

it.each([
  [new DeliveryError('never', 'channel_not_found'), 'delivery failed (never): channel_not_found'],
  [
    new InvariantError('a partnership was loaded and is not there'),
    'a partnership was loaded and is not there',
  ],
  [new ConfigError('PORT', 'give a number'), 'PORT: give a number'],
])('keeps the message of our own %s', (error, message) => {
  expect(describeError(error)).toMatchObject({ type: error.name, message });
});

it.each([new DuplicateRequest('request slack:1 was recorded before'), new RetryLater(5)])(
  'drops the message of %s, which nobody needs',
  (error) => {
    expect(describeError(error)).not.toHaveProperty('message');
  },
);

it('follows causes, and stops where they have no end', () => {
  const error = new Error('outer', { cause: foreign('inner', { code: 'ECONNREFUSED' }) });
  const endless = new Error('endless');
  endless.cause = endless;

  expect(describeError(error)).toMatchObject({ cause: { type: 'Error', code: 'ECONNREFUSED' } });
  expect(() => JSON.stringify(describeError(endless))).not.toThrow();
});

it('says that a library printed, and nothing of what', () => {
  const info = vi.fn();
  const printer = { error: (_words: string) => {}, log: (_words: string) => {} };
  silenceLibraries({ info, warn: vi.fn(), error: vi.fn() }, printer);

  printer.error(SECRET);
  printer.log(`two\nlines of ${SECRET}`);

  expect(info).toHaveBeenCalledTimes(2);
  expect(JSON.stringify(info.mock.calls)).not.toContain(SECRET);
});
