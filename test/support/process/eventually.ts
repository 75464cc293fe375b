// Waits for what a running bot does in its own time, for as long as a busy machine may need.
import { vi } from 'vitest';

/** Asks again until the check no longer throws; its value then. */
export async function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return await vi.waitFor(check, { timeout: 20_000 });
}
