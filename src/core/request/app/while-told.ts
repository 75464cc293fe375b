// Work that takes long says so while it is under way, so that nobody wonders whether they were heard.

/** When somebody is told for the first time, and how often then. Teams shows that somebody types for some three seconds. */
const TIMES = { afterMs: 2_000, everyMs: 3_000 } as const;

/**
 * Waits for the work. Once it has taken two seconds, and again as long as it lasts, somebody is told.
 * @param tell may fail: the answer is what counts, and it comes all the same
 * @param onFault hears why telling failed
 */
export async function whileTold<T>(
  work: Promise<T>,
  tell: () => unknown,
  onFault: (error: unknown) => void,
  { afterMs, everyMs }: { readonly afterMs: number; readonly everyMs: number } = TIMES,
): Promise<T> {
  let timer = setTimeout(say, afterMs);
  function say(): void {
    timer = setTimeout(say, everyMs);
    Promise.resolve().then(tell).catch(onFault);
  }
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
