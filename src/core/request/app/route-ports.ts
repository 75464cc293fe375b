// What the way in asks of the record before it knows which partnership a request is for. It looks across partnerships,
// and so tells nothing but which of them know an account, a channel or an address.
import type { Platform } from '../domain/platform.ts';
import type { Route } from '../domain/route.ts';
import type { Inbound } from './inbound.ts';

export interface RouteBook {
  /** What each partnership of a workspace knows of the account, and of the channel if it was asked in one. */
  ofRequest(
    request: Pick<Inbound, 'platform' | 'tenantId' | 'userId' | 'conversation' | 'requestId'>,
  ): Promise<readonly Route[]>;
  /** Whether any partnership of a workspace or tenant lets in people of another one. */
  allows(platform: Platform, tenantId: string, outsideTenantId: string): Promise<boolean>;
  /** Those of the partnerships on whose plan somebody has this e-mail address. */
  withEmail(partnershipIds: readonly string[], email: string): Promise<readonly string[]>;
}
