// Forms as modals: which lines ask for one, what a modal holds, and what comes back with it.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asksForForm, modalView, parseSubmission } from '../../../../src/chat/slack/modal/modal.ts';
import { LIMITS } from '../../../../src/chat/slack/render/limits.ts';
import { type Message, paragraph } from '../../../../src/core/message/messages/message.ts';
import { updateForm } from '../../../../src/cycle/returns/messages/update-form.ts';
import { eventually } from '../../../support/process/eventually.ts';
import {
  DONE,
  type SlackHarness,
  startSlackHarness,
} from '../../../support/slack/slack-app-harness.ts';
import { buttonPayload } from '../../../support/slack/slack-payloads.ts';
import {
  inputsOf,
  type SeenView,
  submissionOf,
  triggerOf,
  valuesOf,
} from '../../../support/slack/slack-views.ts';

const guard = { objectiveId: 'objective-1', version: 4 };
const form: Message = {
  title: 'Update 2B:2',
  blocks: [paragraph('Before'), updateForm('2B:2', { rag: 'red', note: null, guard })],
};

describe('asksForForm', () => {
  test.each([
    ['update', true],
    ['highlight theme 1 write', true],
    ['report right plan June 2024 write', true],
    ['highlight theme 1 write@2', false],
    ['highlight theme 1 next we write', false],
    ['Update 2B:2', true],
    ['u 2b2', true],
    ['update PAP 2B:2', true],
    ['mine form', true],
    ['my FORM', true],
    ['mine', false],
    ['update 2B:2 amber 14 of 20', false],
    ['update 2B:2 1A:1', false],
    ['update amber', false],
    ['update confirm', false],
    ['same 2B:2', false],
    ['', false],
  ])('of %j is %s', (line, expected) => {
    expect(asksForForm(line)).toBe(expected);
  });
});

describe('modalView', () => {
  test('has the fields, and the submit button of the modal in the place of ours', () => {
    const view = modalView(form);

    expect(view).toMatchObject({
      type: 'modal',
      callback_id: 'pap:form',
      submit: { text: 'Save' },
      private_metadata: '{"l":"update 2B:2","o":"objective-1","v":4,"f":"update 2B:2"}',
    });
    expect(view.blocks.map(({ type }) => type)).toEqual(['header', 'rich_text', 'input', 'input']);
  });

  test('shows a message without a form as words to close', () => {
    const view = modalView(DONE.message);

    expect(view).not.toHaveProperty('submit');
    expect(JSON.stringify(view.blocks)).toContain('2B:2 is amber');
  });

  test('keeps its fields when there is too much else', () => {
    const blocks = Array.from({ length: 120 }, (_, index) => paragraph(`Line ${index}`));

    const view = modalView({ ...form, blocks: [...blocks, ...form.blocks] });

    expect(view.blocks.length).toBeLessThanOrEqual(LIMITS.viewBlocks);
    expect(view.blocks.filter(({ type }) => type === 'input')).toHaveLength(2);
  });
});

describe('a submitted modal', () => {
  let harness: SlackHarness;
  beforeAll(async () => {
    harness = await startSlackHarness(150);
  });
  afterAll(() => harness.close());
  beforeEach(() => harness.reset());

  const view = (): SeenView => JSON.parse(JSON.stringify({ ...modalView(form), id: 'V0FORM' }));
  const submitted = (answers: readonly string[], hash?: string) =>
    submissionOf(harness.slack, view(), answers, hash);

  test('is the line that could have been typed, with the version that was on screen', () => {
    const read = parseSubmission(submitted(['amber', 'red "tape"\nreduced']));

    expect(read?.request.inbound).toMatchObject({
      text: 'update 2B:2 amber "red ""tape""\nreduced"',
      guard,
      conversation: { kind: 'personal' },
      requestId: expect.stringMatching(/^slack:view:V0FORM:V0FORM\.hash:[0-9a-f]{16}$/),
    });
  });

  test('is another request when its hash or its answers are others, and else the same', () => {
    const ids = [
      submitted(['amber', 'one']),
      submitted(['amber', 'one']),
      submitted(['amber', 'two']),
      submitted(['amber', 'one'], 'another'),
    ].map((body) => parseSubmission(body)?.request.inbound.requestId);

    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(3);
  });

  test.each([
    ['nothing', () => null],
    ['another program’s view', () => ({ ...submitted([]), view: { ...view(), callback_id: 'x' } })],
    [
      'metadata that is not ours',
      () => ({ ...submitted([]), view: { ...submitted([]).view, private_metadata: '{}' } }),
    ],
  ])('is nothing to us when it is %s', (_what, body) => {
    expect(parseSubmission(body())).toBeNull();
  });

  test('that takes long is told so in time, and shows what came of it afterwards', async () => {
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    harness.answerWith(async () => {
      await held;
      return { ...DONE, outcome: 'refused', code: 'stale-version' };
    });
    const trigger_id = await triggerOf(harness.slack);
    const opened = await harness.app.client.views.open({ trigger_id, view: modalView(form) });
    const seen = { ...view(), id: opened.view?.id ?? '' };

    const answer = await harness.signed.press(submissionOf(harness.slack, seen, ['green', 'done']));
    finish();
    const { view_id, view: shown = '{}' } = await harness.posted('views.update');

    expect(JSON.parse(answer.text)).toMatchObject({ response_action: 'update' });
    expect(answer.text).toContain('Saving…');
    expect(view_id).toBe(seen.id);
    expect(valuesOf(JSON.parse(shown))).toEqual(['green', 'done']);
    expect(inputsOf(JSON.parse(shown))).toHaveLength(2);
  });

  test('with a button in it: what came of the press stands there and in the conversation', async () => {
    const trigger_id = await triggerOf(harness.slack);
    const opened = await harness.app.client.views.open({ trigger_id, view: modalView(form) });
    const { channel: _, ...press } = buttonPayload(harness.slack, {
      response_url: undefined,
      container: { type: 'view' },
      view: { id: opened.view?.id, type: 'modal' },
    });

    await harness.signed.press(press);

    expect((await harness.posted('views.update')).view).toContain('2B:2 is amber');
    expect((await harness.posted('chat.postMessage')).text).toContain('2B:2 is amber');
  });

  test('is not lost with a modal that was closed meanwhile', async () => {
    harness.answerWith(async () => ({ ...DONE, outcome: 'refused', code: 'stale-version' }));
    const { channel: _, ...press } = buttonPayload(harness.slack, {
      response_url: undefined,
      container: { type: 'view' },
      view: { id: 'V0CLOSED', type: 'modal' },
    });

    await harness.signed.press(press);

    await eventually(() =>
      expect(harness.slack.calls.map(({ method }) => method)).toContain('chat.postMessage'),
    );
  });
});
