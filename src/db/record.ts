// The record store: repositories bound to one partnership, alone or inside one transaction.
import type { PartnershipRecord, RecordStore, Repositories } from '../app/ports.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { createAbsences } from './absences.ts';
import { createAudit } from './audit.ts';
import { createChanges } from './changes.ts';
import { createChannelBindings } from './channel-bindings.ts';
import { createChannels } from './channels.ts';
import { createConversations } from './conversations.ts';
import { createCycles } from './cycles.ts';
import { isWriteConflict } from './database-errors.ts';
import type { Executor } from './executor.ts';
import { createHandovers } from './handovers.ts';
import { createHistory } from './history.ts';
import { createImports } from './imports.ts';
import { createJobRuns } from './job-runs.ts';
import { createKpis } from './kpis.ts';
import { createLinkRequests } from './link-requests.ts';
import { createMeetings } from './meetings.ts';
import { createNotifications } from './notifications.ts';
import { createObjectives } from './objectives.ts';
import { createPartnerships } from './partnerships.ts';
import { createPeople } from './people.ts';
import { createPeopleAdmin } from './people-admin.ts';
import { createPlanArchive } from './plan-archive.ts';
import { createPlanEdits } from './plan-edits.ts';
import { createPlanItems } from './plan-items.ts';
import { createPlanVersions } from './plan-versions.ts';
import { createPlanWriter } from './plan-writer.ts';
import { createPreferences } from './preferences.ts';
import { createRagWordings } from './rag-wordings.ts';
import { createRequests } from './requests.ts';
import { createSendPace } from './send-pace.ts';
import { createSnoozes } from './snoozes.ts';

/** How often a transaction that lost against another one is run again. */
const MAX_TRIES = 4;

/** The record behind an open database. */
export function createRecordStore(prisma: PrismaClient): RecordStore {
  return {
    ...createPartnerships(prisma),
    conversations: createConversations(prisma),
    pace: createSendPace(prisma),
    open: (partnershipId) => openRecord(prisma, partnershipId),
  };
}

function openRecord(prisma: PrismaClient, partnershipId: string): PartnershipRecord {
  const repositories = bindRepositories(prisma, partnershipId);
  const { objectives } = repositories;
  return {
    ...repositories,
    // Outside a transaction an update is one by itself.
    objectives: {
      ...objectives,
      appendUpdate: (...update) => untilItWins(() => objectives.appendUpdate(...update)),
    },
    transaction: (work) =>
      untilItWins(() =>
        prisma.$transaction((inner) => work(bindRepositories(inner, partnershipId))),
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

function bindRepositories(db: Executor, partnershipId: string): Repositories {
  return {
    people: createPeople(db, partnershipId),
    objectives: createObjectives(db, partnershipId),
    items: createPlanItems(db, partnershipId),
    history: createHistory(db, partnershipId),
    audit: createAudit(db, partnershipId),
    changes: createChanges(db, partnershipId),
    planEdits: createPlanEdits(db, partnershipId),
    planVersions: createPlanVersions(db, partnershipId),
    ragWordings: createRagWordings(db, partnershipId),
    meetings: createMeetings(db, partnershipId),
    channelBindings: createChannelBindings(db, partnershipId),
    imports: createImports(db, partnershipId),
    planWriter: createPlanWriter(db, partnershipId),
    archive: createPlanArchive(db, partnershipId),
    cycles: createCycles(db, partnershipId),
    kpis: createKpis(db, partnershipId),
    channels: createChannels(db, partnershipId),
    notifications: createNotifications(db, partnershipId),
    requests: createRequests(db, partnershipId),
    jobRuns: createJobRuns(db, partnershipId),
    absences: createAbsences(db, partnershipId),
    handovers: createHandovers(db, partnershipId),
    snoozes: createSnoozes(db, partnershipId),
    linkRequests: createLinkRequests(db, partnershipId),
    peopleAdmin: createPeopleAdmin(db, partnershipId),
    preferences: createPreferences(db, partnershipId),
  };
}
