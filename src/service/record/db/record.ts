// The record store: repositories bound to one partnership, alone or inside one transaction.
import type { Temporal } from 'temporal-polyfill';
import { createImports } from '../../../control/imports/db/imports.ts';
import { createPlanArchive, planArchiveAsAt } from '../../../control/imports/db/plan-archive.ts';
import { createPlanWriter } from '../../../control/imports/db/plan-writer.ts';
import { changesAsAt, createChanges } from '../../../control/plan-changes/db/changes.ts';
import { createPlanEdits } from '../../../control/plan-changes/db/plan-edits.ts';
import {
  createPlanVersions,
  planVersionsAsAt,
} from '../../../control/plan-changes/db/plan-versions.ts';
import { createErasing } from '../../../control/privacy/db/erasing.ts';
import { createRetention } from '../../../control/privacy/db/retention.ts';
import { createSubjectAccess } from '../../../control/privacy/db/subject-access.ts';
import { createWorkbook } from '../../../control/workbook/db/workbook.ts';
import { isWriteConflict } from '../../../core/database/db/database-errors.ts';
import type { Executor } from '../../../core/database/db/executor.ts';
import { ofEverybody, ofPartnership } from '../../../core/database/db/partnership-scope.ts';
import { createPartnerships } from '../../../core/database/db/partnerships.ts';
import { keptSince, rowsAt } from '../../../core/database/db/rows-at.ts';
import { createChannels } from '../../../core/outbox/db/channels.ts';
import { createConversations } from '../../../core/outbox/db/conversations.ts';
import { createNotifications } from '../../../core/outbox/db/notifications.ts';
import type {
  ChangedBy,
  PartnershipRecord,
  ReadingPorts,
  RecordStore,
  Repositories,
} from '../../../core/request/app/ports.ts';
import { traceTransaction } from '../../../core/request/app/trace.ts';
import { createThemes } from '../../../core/themes/db/themes.ts';
import { createCalendars } from '../../../cycle/calendar/db/calendars.ts';
import { createCalendarFeeds } from '../../../cycle/calendar/db/feeds.ts';
import { createSnoozes } from '../../../cycle/chases/db/snoozes.ts';
import { createCycles } from '../../../cycle/cycles/db/cycles.ts';
import { createMeetings } from '../../../cycle/meetings/db/meetings.ts';
import { createRagWordings } from '../../../cycle/ratings/db/rag-wordings.ts';
import { createUpdates } from '../../../cycle/returns/db/append-update.ts';
import type { PrismaClient } from '../../../generated/prisma/client.ts';
import { createAccountSearches } from '../../../people/accounts/db/account-searches.ts';
import { createLinkRequests } from '../../../people/accounts/db/link-requests.ts';
import { createRequests } from '../../../people/accounts/db/requests.ts';
import { createRoutes } from '../../../people/accounts/db/routes.ts';
import { createAllowedOrganisations } from '../../../people/guests/db/allowed-organisations.ts';
import { createOrganisations } from '../../../people/organisations/db/organisations.ts';
import { createPeople } from '../../../people/people/db/people.ts';
import { createPeopleAdmin } from '../../../people/people/db/people-admin.ts';
import { createPreferences } from '../../../people/people/db/preferences.ts';
import { createSessions } from '../../../people/sessions/db/sessions.ts';
import { createAbsences } from '../../../plan/absences/db/absences.ts';
import { createHandovers, handoversAsAt } from '../../../plan/absences/db/handovers.ts';
import { createAudit } from '../../../plan/history/db/audit.ts';
import { createHistory, historyAsAt } from '../../../plan/history/db/history.ts';
import { itemsAsAt, objectivesAsAt } from '../../../plan/history/db/objectives-as-at.ts';
import { createRecordSeal } from '../../../plan/history/db/record-seal.ts';
import { createObjectives } from '../../../plan/objectives/db/objectives.ts';
import type { RememberedRefs } from '../../../plan/objectives/db/plan-refs.ts';
import { createVocabulary } from '../../../plan/overview/db/vocabulary.ts';
import { createPlanItems } from '../../../plan/plan-items/db/plan-items.ts';
import { createPages } from '../../../plan/search/db/pages.ts';
import { createSearch } from '../../../plan/search/db/search.ts';
import { createDigestChoices } from '../../../reports/digests/db/digest-choices.ts';
import { createFamilies } from '../../../reports/families/db/families.ts';
import { createHighlights } from '../../../reports/highlights/db/highlights.ts';
import { createKpiFigureReads } from '../../../reports/kpis/db/kpi-figure-reads.ts';
import { createKpiFigures } from '../../../reports/kpis/db/kpi-figures.ts';
import { createKpis } from '../../../reports/kpis/db/kpis.ts';
import { createPacks } from '../../../reports/packs/db/packs.ts';
import { createChannelBindings } from '../../channels/db/channel-bindings.ts';
import { createSendPace } from '../../delivery/db/send-pace.ts';
import { createJobRuns } from '../../jobs/db/job-runs.ts';
import { createOperations } from '../../jobs/db/operations.ts';

/** How often a transaction that lost against another one is run again. */
const MAX_TRIES = 4;

/** The record behind an open database. */
export function createRecordStore(prisma: PrismaClient): RecordStore {
  const remembered: RememberedRefs = new Map();
  const everybodys = ofEverybody(prisma);
  return {
    ...createPartnerships(prisma),
    routes: createRoutes(everybodys),
    conversations: createConversations(prisma),
    pace: createSendPace(prisma),
    open: (partnershipId) =>
      openRecord(ofPartnership(prisma, partnershipId), partnershipId, remembered),
  };
}

function openRecord(
  prisma: PrismaClient,
  partnershipId: string,
  remembered: RememberedRefs,
): PartnershipRecord {
  const repositories = bindRepositories(prisma, partnershipId, remembered);
  const { objectives } = repositories;
  return {
    ...repositories,
    // Outside a transaction an update is one by itself.
    objectives: {
      ...objectives,
      appendUpdate: (...update) => untilItWins(() => objectives.appendUpdate(...update)),
    },
    keptSince: () => keptSince(prisma, partnershipId),
    asAt: (at) => bindReadings(prisma, partnershipId, at, remembered),
    transaction: (work, by) =>
      untilItWins(() =>
        traceTransaction(() =>
          prisma.$transaction(
            async (inner) => {
              if (by) await sayWhenAndWho(inner, by);
              return await work(bindRepositories(inner, partnershipId, remembered));
            },
            by?.withinMs === undefined ? {} : { timeout: by.withinMs },
          ),
        ),
      ),
  };
}

async function untilItWins<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await run();
    } catch (error) {
      if (tries >= MAX_TRIES || !isWriteConflict(error)) throw error;
    }
  }
}

/** The trigger keep_row_before keeps what rows said before the changes of a transaction that says when and who. */
async function sayWhenAndWho(db: Executor, { at, personId }: ChangedBy): Promise<void> {
  await db.$executeRaw`SELECT set_config('pap.at', ${at.toString()}, true), set_config('pap.by', ${personId ?? ''}, true)`;
}

function bindRepositories(
  db: Executor,
  partnershipId: string,
  remembered: RememberedRefs,
): Repositories {
  const now = rowsAt(partnershipId);
  return {
    organisations: createOrganisations(db, partnershipId, now),
    people: createPeople(db, partnershipId, now),
    objectives: {
      ...createObjectives(db, partnershipId, now, remembered),
      ...createUpdates(db, partnershipId),
    },
    items: createPlanItems(db, partnershipId, createHistory(db, partnershipId)),
    history: createHistory(db, partnershipId),
    vocabulary: createVocabulary(db, partnershipId, remembered),
    search: createSearch(db, partnershipId),
    pages: createPages(db, partnershipId),
    seal: createRecordSeal(db, partnershipId),
    audit: createAudit(db, partnershipId),
    changes: createChanges(db, partnershipId, now),
    planEdits: createPlanEdits(db, partnershipId),
    planVersions: createPlanVersions(db, partnershipId, now),
    ragWordings: createRagWordings(db, partnershipId, now),
    meetings: createMeetings(db, partnershipId, now),
    channelBindings: createChannelBindings(db, partnershipId, now),
    imports: createImports(db, partnershipId, now),
    planWriter: createPlanWriter(db, partnershipId),
    workbook: createWorkbook(db, partnershipId),
    archive: createPlanArchive(db, partnershipId),
    cycles: createCycles(db, partnershipId),
    calendars: createCalendars(db, partnershipId, now),
    erasing: createErasing(db, partnershipId),
    retention: createRetention(db, partnershipId),
    subjectAccess: createSubjectAccess(db, partnershipId),
    themes: createThemes(db, partnershipId),
    kpis: createKpis(db, partnershipId),
    highlights: createHighlights(db, partnershipId),
    kpiFigures: createKpiFigures(db, partnershipId, now),
    packs: createPacks(db, partnershipId),
    families: createFamilies(db, partnershipId),
    channels: createChannels(db, partnershipId),
    notifications: createNotifications(db, partnershipId),
    requests: createRequests(db, partnershipId),
    jobRuns: createJobRuns(db, partnershipId),
    absences: createAbsences(db, partnershipId, now),
    handovers: createHandovers(db, partnershipId, now),
    snoozes: createSnoozes(db, partnershipId),
    linkRequests: createLinkRequests(db, partnershipId, now),
    accountSearches: createAccountSearches(db, partnershipId),
    allowedOrganisations: createAllowedOrganisations(db, partnershipId),
    calendarFeeds: createCalendarFeeds(db, partnershipId),
    sessions: createSessions(db, partnershipId),
    peopleAdmin: createPeopleAdmin(db, partnershipId, now),
    preferences: createPreferences(db, partnershipId, now),
    digestChoices: createDigestChoices(db, partnershipId, now),
    operations: createOperations(db, partnershipId),
  };
}

/** The reading ports of a moment. The type keeps what writes out of reach, and what only knows today. */
function bindReadings(
  db: Executor,
  partnershipId: string,
  at: Temporal.Instant,
  remembered: RememberedRefs,
): ReadingPorts {
  const then = rowsAt(partnershipId, at);
  const objectives = objectivesAsAt(db, partnershipId, at, remembered);
  const items = itemsAsAt(db, partnershipId, at);
  const ragWordings = createRagWordings(db, partnershipId, then);
  return {
    ...{ objectives, items, ragWordings },
    history: historyAsAt(db, partnershipId, at),
    organisations: createOrganisations(db, partnershipId, then),
    people: createPeople(db, partnershipId, then),
    audit: createAudit(db, partnershipId, at),
    changes: changesAsAt(db, partnershipId, then, objectives),
    planVersions: planVersionsAsAt(db, partnershipId, then, { objectives, items, ragWordings }),
    meetings: createMeetings(db, partnershipId, then),
    channelBindings: createChannelBindings(db, partnershipId, then),
    imports: createImports(db, partnershipId, then),
    archive: planArchiveAsAt(objectives),
    cycles: createCycles(db, partnershipId, at),
    calendars: createCalendars(db, partnershipId, then),
    kpis: createKpis(db, partnershipId, at),
    kpiFigures: createKpiFigureReads(db, partnershipId, then, at),
    requests: createRequests(db, partnershipId),
    absences: createAbsences(db, partnershipId, then),
    handovers: handoversAsAt(db, partnershipId, then, objectives),
    linkRequests: createLinkRequests(db, partnershipId, then),
    peopleAdmin: createPeopleAdmin(db, partnershipId, then),
    preferences: createPreferences(db, partnershipId, then),
    digestChoices: createDigestChoices(db, partnershipId, then),
  };
}
