// Files in Teams: a typed line, the card that asks, the yes, and the bytes that arrive in OneDrive.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeOnDatabase } from '../support/database/database-harness.ts';
import { type LocalOneDrive, startOneDrive } from '../support/teams/one-drive.ts';
import { type ActivityJson, recorded, teamsIds } from '../support/teams/teams-activity.ts';
import { startWholeBot, type WholeBot } from '../support/world/whole-bot.ts';

const office = 'office@example.org';

describeOnDatabase('embedded', 'files in Teams', (harness) => {
  let drive: LocalOneDrive;
  let bot: WholeBot;
  beforeAll(async () => {
    drive = await startOneDrive();
    bot = await startWholeBot(harness, { fetch: drive.fetch });
    await bot.world.pap(office, 'admin people role @asha board');
    await bot.world.pap(office, 'admin change baseline');
  });
  afterAll(async () => {
    await bot.close();
    await drive.close();
  });
  beforeEach(() => {
    bot.connector.calls.length = 0;
    bot.world.lines.length = 0;
    drive.uploads.length = 0;
  });

  /** Types a line, and gives the offer that follows the answer. */
  const offered = async (text: string): Promise<ActivityJson> => {
    await bot.teams(recorded('personal-message', bot.connector.url, { text }));
    return lastOf('application/vnd.microsoft.teams.card.file.consent');
  };
  /** Notices of what was set up before may come between. */
  const lastOf = (contentType: string): ActivityJson =>
    bot.connector
      .called(/^POST .*activities/)
      .flatMap(({ body }) => body.attachments ?? [])
      .findLast((one: ActivityJson) => one.contentType === contentType);
  /** What Teams sends when the person allows it. */
  const yes = ({ name, content }: ActivityJson): ActivityJson => {
    const sent = recorded('file-consent', bot.connector.url);
    const uploadInfo = { ...sent.value.uploadInfo, name };
    return { ...sent, value: { ...sent.value, context: content.acceptContext, uploadInfo } };
  };
  const lastCard = () => bot.connector.called(/^POST .*activities/).at(-1)?.body.attachments[0];
  const exports = () => harness.prisma.auditEvent.count({ where: { kind: 'plan-exported' } });
  const terminalFile = async (line: string) => (await bot.world.pap(office, line)).files?.[0];

  it.each(['json', 'xlsx', 'csv'])('brings an export as %s into OneDrive', async (form) => {
    const offer = await offered(`admin export ${form}`);

    await bot.teams(yes(offer));

    const [upload, ...more] = drive.uploads;
    const size = upload?.bytes.length ?? 0;
    expect(more).toEqual([]);
    expect(upload?.range).toBe(`bytes 0-${size - 1}/${size}`);
    expect(upload?.bytes.subarray(0, 2).toString()).toBe(form === 'json' ? '{\n' : 'PK');
    expect(lastOf('application/vnd.microsoft.teams.card.file.info')).toMatchObject({
      name: offer.name,
    });
    expect(bot.world.lines.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('holds what the terminal gets at that moment', async () => {
    await bot.teams(yes(await offered('admin export json')));

    const here = JSON.parse(String(drive.uploads[0]?.bytes)) as ActivityJson;
    const there = JSON.parse(
      new TextDecoder().decode((await terminalFile('admin export json'))?.bytes),
    );

    const log = (plan: ActivityJson) =>
      plan.tables.find(({ table }: ActivityJson) => table === 'audit_event').rows;
    const [noted, before] = [log(there), log(here)];
    // That the first was made is in the office's log, and so in the second.
    expect(noted.slice(0, before.length)).toEqual(before);
    expect(noted.slice(before.length)).toMatchObject([{ kind: 'plan-exported' }]);
    noted.length = before.length;
    expect(here).toEqual(there);
  });

  it('brings the file of another verb, byte for byte', async () => {
    await bot.world.pap(office, 'admin rag amber delivery Late but recoverable');
    const line = 'admin change diff 1 now file';
    const offer = await offered(line);

    await bot.teams(yes(offer));

    const made = await terminalFile(line);
    expect(offer.name).toBe(made?.name);
    expect(made?.bytes.length).toBeGreaterThan(20);
    expect(drive.uploads[0]?.bytes).toEqual(Buffer.from(made?.bytes ?? []));
  });

  it('does everything once when Teams sends the yes twice', async () => {
    const sent = yes(await offered('admin export json'));
    const before = await exports();

    const answers = await Promise.all([bot.teams(sent), bot.teams(sent)]);
    const late = await bot.teams(sent);

    expect([...answers, late].map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(drive.uploads).toHaveLength(1);
    expect(await exports()).toBe(before + 1);
  });

  it('keeps the upload’s address out of the log and the record when it fails', async () => {
    const offer = await offered('admin export json');
    drive.fail({ status: 410 });

    await bot.teams(yes(offer));

    expect(bot.connector.called(/^POST/).at(-1)?.body.text).toContain('OneDrive did not take');
    expect(bot.world.lines.filter(({ level }) => level !== 'info')).toMatchObject([
      { level: 'warn', fields: { code: 'http-410' } },
    ]);
    const kept = await harness.prisma.answeredRequest.findMany();
    expect(JSON.stringify([kept, bot.world.lines])).not.toContain('tempAuth');
  });

  it('loses nothing when the bot is started again before the yes', async () => {
    const offer = await offered('admin export json');
    await bot.close();
    bot = await startWholeBot(harness, { fetch: drive.fetch });

    await bot.teams(yes(offer));

    expect(drive.uploads).toHaveLength(1);
  });

  it('asks for permission again: who has left the board gets a refusal, and nothing is sent', async () => {
    const offer = await offered('admin export json');
    await harness.prisma.roleGrant.deleteMany({
      where: { person: { accounts: { some: { userId: teamsIds.person } } } },
    });

    await bot.teams(yes(offer));

    expect(drive.uploads).toEqual([]);
    expect(lastCard().content.fallbackText).toContain('You cannot do that');
  });
});
