// What the record holds: which partnerships, whether it is one to serve, how many people can be reached, and which
// channels its news goes to. People are counted and never named.
import type { Temporal } from 'temporal-polyfill';
import { bankHolidayDaysLeft, bankHolidaysEnd } from '../../core/dates/domain/bank-holidays.ts';
import { dayText } from '../../core/dates/messages/when.ts';
import type { Partnership, RecordStore } from '../../core/request/app/ports.ts';
import type { Platform } from '../../core/request/domain/platform.ts';
import { loadReach } from '../../plan/overview/app/load-reach.ts';
import { type PersonReach, reachText } from '../../plan/overview/messages/reach.ts';
import { type Finding, mend, note, well } from './finding.ts';

/** A channel that some theme's news, or the office's, goes to. */
export type BoundChannel = {
  readonly platform: Platform;
  readonly tenantId: string;
  readonly channelId: string;
  readonly name: string;
  /** Where the channels of its tenant are, as Teams said last; null: it has not, or the channel is another platform's. */
  readonly serviceUrl: string | null;
};

export type PlanLook = {
  readonly findings: readonly Finding[];
  /** Each channel once, though it may be bound to several themes. */
  readonly channels: readonly BoundChannel[];
};

/**
 * @param isDemonstration of a partnership, by its id
 * @param connected by the settings: an account anywhere else is no way to reach somebody
 */
export async function examinePlan(
  store: RecordStore,
  isDemonstration: (partnershipId: string) => Promise<boolean>,
  now: Temporal.Instant,
  connected: ReadonlySet<Platform>,
): Promise<PlanLook> {
  const partnerships = await store.list();
  const findings: Finding[] = [];
  const channels = new Map<string, BoundChannel>();
  if (partnerships.length === 0) findings.push(noPlan);
  for (const partnership of partnerships) {
    findings.push(...partnershipFindings(partnership, await isDemonstration(partnership.id)));
    const record = store.open(partnership.id);
    const today = now.toZonedDateTimeISO(partnership.timeZone).toPlainDate();
    const reach = await loadReach({ record, today }, connected);
    findings.push(reachFinding(partnership.name, reach));
    if (partnership.switchedOff) continue;
    const bindings = await record.channelBindings.list();
    if (!bindings.some(({ purpose }) => purpose === 'office')) findings.push(noOffice(partnership));
    for (const { platform, tenantId, channelId, name } of bindings)
      channels.set([platform, tenantId, channelId].join(' '), {
        ...{ platform, tenantId, channelId, name },
        serviceUrl:
          platform === 'teams'
            ? await store.conversations.findServiceUrl(platform, tenantId)
            : null,
      });
  }
  findings.push(holidayFinding(now));
  return { findings, channels: [...channels.values()] };
}

const noPlan = mend(
  ...(['plan', 'no-plan'] as const),
  'The record holds no plan yet',
  'Load one: npm run setup -- --template my-plan.xlsx makes a workbook, npm run setup -- my-plan.xlsx loads it (docs/first-hour.md)',
);

function partnershipFindings(
  { name, switchedOff }: Partnership,
  isDemonstration: boolean,
): Finding[] {
  if (isDemonstration)
    return [
      mend(
        ...(['plan', 'plan-demonstration'] as const),
        `${name} is the demonstration: PAP does not serve it`,
        'Name another folder with PAP_DATA_DIR, or another database with DATABASE_URL',
      ),
    ];
  if (switchedOff)
    return [
      note(
        ...(['plan', 'plan-off'] as const),
        `${name} is switched off: nothing is sent for it`,
        'An operator can switch it on: npm run operator -- --as EMAIL on KEY',
      ),
    ];
  return [well('plan', 'plan-loaded', `The record holds ${name}`)];
}

function noOffice({ name }: Partnership): Finding {
  return note(
    ...(['channels', 'channel-office-none'] as const),
    `${name} has no channel for its programme office, so the office hears what went wrong by direct message only`,
    'In the office’s own channel write “@PAP admin channel bind office”',
  );
}

/** Whether enough of the people can be written to; whoever owns something matters most. */
export function reachFinding(partnership: string, people: readonly PersonReach[]): Finding {
  const silent = people.filter(({ reach }) => reach.kind !== 'reached');
  const says = `${partnership}: ${reachText(people)}`;
  if (silent.length === 0) return well('reach', 'reach-all', says);
  const owners = silent.filter(({ owns }) => owns.length > 0).length;
  const of =
    owners === 0
      ? ''
      : `; ${owners} of the others ${owners === 1 ? 'owns' : 'own'} part of the plan`;
  return note(
    ...(['reach', 'reach-some'] as const),
    `${says}${of}`,
    'As programme office write “admin people reach” to PAP: it names them, each with what to do',
  );
}

const YEAR_DAYS = 366;

/** Working days are counted by the bank holidays that are known. */
export function holidayFinding(now: Temporal.Instant): Finding {
  const left = bankHolidayDaysLeft(now.toZonedDateTimeISO('Europe/London').toPlainDate());
  const says = `Bank holidays are known until ${dayText(bankHolidaysEnd)}`;
  if (left >= YEAR_DAYS) return well('plan', 'bank-holidays', says);
  return mend(
    ...(['plan', 'bank-holidays-end'] as const),
    `${says}, so deadlines after that may fall on one`,
    'Install a newer version of PAP, or add the days with “admin calendar close”',
  );
}
