// Forms in Teams: the cards that the whole bot sends, what comes back with them, and what then stands in
// the record.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeOnDatabase } from '../support/database/database-harness.ts';
import { type ActivityJson, recorded } from '../support/teams/teams-activity.ts';
import { startWholeBot, type WholeBot } from '../support/world/whole-bot.ts';

describeOnDatabase('embedded', 'forms in Teams', (harness) => {
  let bot: WholeBot;
  beforeAll(async () => {
    bot = await startWholeBot(harness);
  });
  afterAll(() => bot.close());
  beforeEach(() => {
    bot.connector.calls.length = 0;
  });

  const updates = () =>
    harness.prisma.objectiveEntry.count({ where: { kind: { not: 'published' } } });
  /** Types a line, and gives the card that comes back. */
  const card = async (text: string): Promise<ActivityJson> => {
    await bot.teams(recorded('personal-message', bot.connector.url, { text }));
    // The bot says that it types, too; that has no card.
    const answer = bot.connector
      .called(/^POST/)
      .findLast(({ body }) => body.attachments?.length > 0);
    return answer?.body.attachments[0].content;
  };
  const inputs = (one: ActivityJson): ActivityJson[] =>
    one.body.filter(({ type }: ActivityJson) => type.startsWith('Input.'));
  const dataOf = (one: ActivityJson) =>
    one.body
      .flatMap(({ actions = [] }: ActivityJson) => actions)
      .find(({ data }: ActivityJson) => data.form).data;
  /** Fills the inputs in order, and presses the button. */
  const send = (one: ActivityJson, answers: readonly string[], more: object = {}) => {
    const filled = Object.fromEntries(
      inputs(one).map(({ id }, index) => [id, answers[index] ?? '']),
    );
    const data = { ...dataOf(one), ...filled };
    const value = { action: { type: 'Action.Execute', verb: 'pap', data } };
    return recorded('execute-invoke', bot.connector.url, { value, ...more });
  };
  const press = async (activity: ActivityJson): Promise<ActivityJson> =>
    (await bot.teams(activity)).json();

  it('shows one objective as a card that says what is missing by itself', async () => {
    const form = await card('update 2B:2');

    expect(inputs(form)).toMatchObject([
      { type: 'Input.ChoiceSet', value: 'red', isRequired: true, errorMessage: 'Choose one.' },
      { type: 'Input.Text', isMultiline: true, maxLength: 2_000 },
    ]);
  });

  it('gives way to its receipt when it is saved, and does nothing when Teams sends it again', async () => {
    const form = await card('update 2B:2');
    const before = await updates();
    const activity = send(form, ['amber', `${'long '.repeat(390)}\nend; 1A:1 same "x"`]);

    const answer = await press(activity);
    const again = await press(activity);

    expect(answer.type).toBe('application/vnd.microsoft.card.adaptive');
    expect(JSON.stringify(answer.value)).toContain('Recorded: 2B:2');
    expect(bot.connector.called(/^PUT/)).toHaveLength(1);
    expect(again.value).toBe('That was received already.');
    expect(await updates()).toBe(before + 1);
  });

  it('is filled with the whole of a long last note', async () => {
    const form = await card('update 2B:2');

    expect(inputs(form)[1].value).toBe(`${'long '.repeat(390)}\nend; 1A:1 same "x"`);
  });

  it('comes back with what was typed and why it was not saved', async () => {
    const form = await card('update 2B:2');
    const before = await updates();

    const answer = await press(send(form, ['green', 'ask <!channel> about it']));

    expect(answer.type).toBe('application/vnd.microsoft.card.adaptive');
    expect(JSON.stringify(answer.value.body)).toContain('Not saved: A note cannot call everybody');
    expect(inputs(answer.value).map(({ value }) => value)).toEqual([
      'green',
      'ask <!channel> about it',
    ]);
    expect(await updates()).toBe(before);
    expect(bot.connector.called(/^(PUT|POST)/)).toHaveLength(1);
  });

  it('comes back bound to what stands now when somebody was quicker', async () => {
    const form = await card('update 2B:2');
    await bot.world.pap('deputy@example.org', 'same 2B:2 I was quicker');

    const stale = await press(send(form, ['green', 'all 20 trained']));
    const saved = await press(send(stale.value, ['green', 'all 20 trained']));

    expect(JSON.stringify(stale.value.body)).toContain('2B:2 changed while you were writing');
    expect(JSON.stringify(saved.value)).toContain('Recorded: 2B:2');
  });

  it('takes the words of a highlight report, and comes back filled when they are refused', async () => {
    const role =
      'admin people role casey.example@partnership.example co-chair theme 1 from 1 Jan 2024';
    await bot.world.pap('office@example.org', role);
    const form = await card('highlight theme 1 write');

    const refused = await press(send(form, ['ring 07700 900123', '', '', 'well', '', '']));
    const saved = await press(
      send(refused.value, ['two "left"\nnext month more', '', '', '"well"', '', '']),
    );

    expect(JSON.stringify(refused.value.body)).toContain('reason: ');
    expect(inputs(refused.value).map(({ value }) => value ?? '')).toEqual([
      ...['ring 07700 900123', '', '', 'well', '', ''],
    ]);
    expect(JSON.stringify(saved.value)).toContain('Saved in the report of theme 1');
    const [report] = await harness.prisma.highlightReport.findMany();
    expect(report?.words).toEqual({
      ...{ saved: 1, reason: 'two "left"\nnext month more', progress: '"well"' },
    });
  });

  it('refuses personal data and keeps it nowhere', async () => {
    const form = await card('update 2B:2');
    const before = await updates();

    const answer = await press(send(form, ['amber', 'ring 07700 900123 about it']));

    expect(JSON.stringify(answer.value.body)).toContain('a phone number');
    expect(await updates()).toBe(before);
    const kept = await harness.prisma.answeredRequest.findMany();
    expect(JSON.stringify([kept, bot.world.lines])).not.toContain('900123');
  });

  it('returns everything with one card, all of it or none', async () => {
    const form = await card('mine form');
    const before = await updates();

    const refused = await press(send(form, ['same', '', 'green', '', '-', '']));
    const saved = await press(send(refused.value, ['same', '', 'green', 'all 20', '-', '']));

    expect(inputs(form)).toHaveLength(6);
    expect(JSON.stringify(refused.value.body)).toContain('Nothing was recorded');
    expect(inputs(refused.value).map(({ value }) => value || undefined)).toEqual([
      ...['same', undefined, 'green', undefined, '-', undefined],
    ]);
    expect(JSON.stringify(saved.value)).toContain('Recorded: 1A:1, 2B:2');
    expect(await updates()).toBe(before + 2);
  });

  it('keeps what was typed by its reference when the rows stand in another order', async () => {
    const form = await card('mine form');
    const rows: string[] = JSON.parse(dataOf(form).value).r;
    const turned = JSON.stringify({ ...JSON.parse(dataOf(form).value), r: [...rows].reverse() });
    const activity = send(form, ['-', 'last', '-', 'middle', 'blue', '']);
    activity.value.action.data.value = turned;

    const answer = await press(activity);

    expect(inputs(answer.value).map(({ value }) => value || undefined)).toEqual([
      ...['blue', undefined, '-', 'middle', '-', 'last'],
    ]);
  });

  it('takes the same from an old client, and sends the form again when it cannot be saved', async () => {
    const form = await card('update 1A:1');
    const filled = { ...dataOf(form), f0: 'amber', f1: '' };
    const old = (value: object) =>
      recorded('submit-message', bot.connector.url, { text: undefined, value });

    await bot.teams(old(filled));
    const again = bot.connector.called(/^POST/).at(-1)?.body.attachments[0].content;
    await bot.teams(old({ ...filled, f1: 'launch in October' }));

    expect(JSON.stringify(again.body)).toContain('Not saved: Why amber?');
    expect(JSON.stringify(bot.connector.calls.at(-1)?.body)).toContain('Recorded: 1A:1');
  });

  it('says who may not instead of showing a form', async () => {
    const refusal = await card('update 2B:1');

    expect(inputs(refusal)).toEqual([]);
    expect(JSON.stringify(refusal)).toContain('You cannot do that');
  });

  it('reads several lines as they are typed', async () => {
    const confirm = await card('update\n2B:2 amber 18 of 20\n1A:1 same');

    expect(JSON.stringify(confirm)).toContain('Record these 2 together?');
  });

  it('asks under the note when the rating changes and the words do not, and keeps both', async () => {
    await bot.world.pap('deputy@example.org', 'update 2B:2 red two trainers left');
    const form = await card('update 2B:2');
    const before = await updates();

    const asked = await press(send(form, ['green', 'two trainers left']));
    const { body } = asked.value;
    const note = body.findIndex(({ type }: ActivityJson) => type === 'Input.Text');
    const again = await updates();
    const saved = await press(send(asked.value, ['green', 'two new trainers started']));

    expect(JSON.stringify(form.body)).toContain('Pre-filled with the last return');
    expect(inputs(asked.value).map(({ value }) => value)).toEqual(['green', 'two trainers left']);
    expect(body[note + 1]).toMatchObject({
      ...{ type: 'TextBlock', color: 'Attention' },
      text: expect.stringContaining('These words were said of red'),
    });
    expect(JSON.stringify(body)).not.toContain('Pre-filled');
    expect(again).toBe(before);
    expect(JSON.stringify(saved.value)).toContain('Recorded: 2B:2');
  });
});
