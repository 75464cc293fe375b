// Work that goes on after Slack was acknowledged. Stopping waits for it, as Slack will not ask again.

export type WorkTracker = {
  track<Result>(work: Promise<Result>): Promise<Result>;
  /** Resolves when nothing is under way; failures are the business of whoever tracks. */
  settled(): Promise<void>;
};

export function createWorkTracker(): WorkTracker {
  const underWay = new Set<Promise<unknown>>();
  return {
    track(work) {
      underWay.add(work);
      const forget = () => underWay.delete(work);
      work.then(forget, forget);
      return work;
    },
    async settled() {
      // What ends may have begun something else.
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
