// A ConversationBook in memory, for tests and for trying the Playground by hand.
import type {
  ConversationBook,
  ConversationReferenceRow,
} from '../../../src/core/request/app/chat-ports.ts';

export type MemoryBook = ConversationBook & { readonly rows: ConversationReferenceRow[] };

export function createMemoryBook(...known: readonly ConversationReferenceRow[]): MemoryBook {
  const rows = [...known];
  return {
    rows,
    async remember(row) {
      const same = (other: ConversationReferenceRow) =>
        other.tenantId === row.tenantId &&
        other.kind === row.kind &&
        other.subjectId === row.subjectId;
      const index = rows.findIndex(same);
      if (index < 0) rows.push(row);
      else rows[index] = row;
    },
    async find(_platform, tenantId, kind, subjectId) {
      const found = rows.find(
        (row) => row.tenantId === tenantId && row.kind === kind && row.subjectId === subjectId,
      );
      return found ?? null;
    },
    async channels(_platform, tenantId) {
      return rows.filter((row) => row.tenantId === tenantId && row.kind === 'channel');
    },
    async findServiceUrl(_platform, tenantId) {
      return (
        rows.find((row) => row.tenantId === tenantId && !row.outsideTenantId)?.serviceUrl ?? null
      );
    },
  };
}
