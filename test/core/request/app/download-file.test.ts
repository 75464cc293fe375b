import { describe, expect, it } from 'vitest';
import { downloadFile } from '../../../../src/core/request/app/download-file.ts';

const plan = { name: 'plan.csv', url: 'https://files.example/plan.csv' };
const trusts = (host: string) => host === 'files.example';

/** Answers by address, and notes what was asked with which token. */
function stub(answers: Readonly<Record<string, () => Response>>) {
  const asked: string[] = [];
  const fetchFn = async (url: string | URL | Request, init?: RequestInit) => {
    const token = new Headers(init?.headers).get('authorization');
    asked.push(`${url} ${token}`);
    const answer = answers[String(url)];
    if (!answer) throw new TypeError('fetch failed');
    return answer();
  };
  return {
    asked,
    rules: { trusts, headers: { authorization: 'secret' }, fetch: fetchFn as typeof fetch },
  };
}

function redirect(to: string) {
  return () => new Response(null, { status: 302, headers: { location: to } });
}

describe('a file of a chat', () => {
  it('is fetched from the chat’s own host', async () => {
    const { asked, rules } = stub({ [plan.url]: () => new Response('Ref,RAG') });

    const file = await downloadFile(plan, rules);

    expect(file).toEqual({ name: 'plan.csv', bytes: new TextEncoder().encode('Ref,RAG') });
    expect(asked).toEqual(['https://files.example/plan.csv secret']);
  });

  it.each([
    'http://files.example/plan.csv',
    'https://files.example:8443/plan.csv',
    'https://files.example.evil.test/plan.csv',
    'https://evil.test/files.example',
    'https://127.0.0.1/plan.csv',
    'file:///etc/passwd',
    'nonsense',
  ])('is not asked for at %s', async (url) => {
    const { asked, rules } = stub({ [url]: () => new Response('x') });

    expect(await downloadFile({ ...plan, url }, rules)).toEqual({
      ...{ name: 'plan.csv', problem: 'not-downloaded' },
    });
    expect(asked).toEqual([]);
  });

  it('is followed within trusted hosts, and not out of them', async () => {
    const inside = stub({
      [plan.url]: redirect('/other.csv'),
      'https://files.example/other.csv': () => new Response('x'),
    });
    const outside = stub({
      [plan.url]: redirect('https://evil.test/'),
      'https://evil.test/': () => new Response('x'),
    });
    const forever = stub({ [plan.url]: redirect(plan.url) });

    expect(await downloadFile(plan, inside.rules)).toMatchObject({
      name: 'plan.csv',
      bytes: expect.anything(),
    });
    expect(await downloadFile(plan, outside.rules)).toMatchObject({ problem: 'not-downloaded' });
    expect(outside.asked).toHaveLength(1);
    expect(await downloadFile(plan, forever.rules)).toMatchObject({ problem: 'not-downloaded' });
  });

  it('that is too big is not asked for, or broken off', async () => {
    const endless = () =>
      new Response(
        new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)) }),
      );
    const { asked, rules } = stub({ [plan.url]: endless });

    expect(await downloadFile({ ...plan, size: 100_000_000 }, rules)).toMatchObject({
      problem: 'too-big',
    });
    expect(asked).toEqual([]);
    expect(await downloadFile(plan, rules)).toMatchObject({ problem: 'too-big' });
  });

  it.each([
    [
      'a page to sign in',
      () => new Response('<html>', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
    ],
    ['a refusal', () => new Response('no', { status: 403 })],
  ])('is not taken for one when the answer is %s', async (_what, answer) => {
    const { rules } = stub({ [plan.url]: answer });

    expect(await downloadFile(plan, rules)).toEqual({
      name: 'plan.csv',
      problem: 'not-downloaded',
    });
  });

  it('that cannot be reached is said to be', async () => {
    expect(await downloadFile(plan, stub({}).rules)).toMatchObject({ problem: 'not-downloaded' });
  });
});
