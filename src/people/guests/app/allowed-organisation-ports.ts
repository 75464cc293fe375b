// What the application asks of the record about other organisations whose people may write to PAP.
import type { Temporal } from 'temporal-polyfill';
import type { ChatPlatform } from '../../../core/request/domain/platform.ts';

export type AllowedOrganisation = {
  readonly id: string;
  readonly platform: ChatPlatform;
  readonly tenantId: string;
  readonly name: string;
  readonly reason: string;
  readonly allowedBy: string;
  readonly allowedAt: Temporal.Instant;
  /** How many accounts of its people speak for somebody. */
  readonly linked: number;
};

/** Of what holds now; nobody asks for it as at a date. */
export interface AllowedOrganisationReadsNow {
  /** Those in force, by name. */
  list(): Promise<readonly AllowedOrganisation[]>;
  allows(platform: ChatPlatform, tenantId: string): Promise<boolean>;
  /** Whether the workspace or tenant stands for the partnership itself. */
  isOwn(platform: ChatPlatform, tenantId: string): Promise<boolean>;
}

export interface AllowedOrganisationWrites {
  add(
    organisation: Pick<AllowedOrganisation, 'platform' | 'tenantId' | 'name' | 'reason'> & {
      readonly allowedById: string;
      readonly at: Temporal.Instant;
    },
  ): Promise<void>;
  /**
   * Takes it back, and its people’s accounts with it.
   * @returns how many accounts were unlinked; null: it was taken back before
   */
  end(
    id: string,
    by: { readonly endedById: string; readonly at: Temporal.Instant },
  ): Promise<{ readonly unlinked: number } | null>;
}

export type AllowedOrganisationRepository = AllowedOrganisationReadsNow & AllowedOrganisationWrites;

declare module '../../../core/request/app/ports.ts' {
  interface Repositories {
    readonly allowedOrganisations: AllowedOrganisationRepository;
  }
}
