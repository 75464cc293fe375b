// What is closed stays as the board closed it: no part of it is added or changed any more.

import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { Objective } from './objective.ts';

/** Refusal: `objective-closed`. */
export function requireOpen({ ref, status, closedOn }: Objective): Result<true> {
  if (status === 'open') return ok(true);
  return refuse({ code: 'objective-closed', ref, closedOn: closedOn?.toString() ?? null });
}
