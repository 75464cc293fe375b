// Which methods of the record only read. Each repository names all of its methods: one that is added and not named
// here does not compile, so nobody can forget to say what it is.
import type { PartnershipRecord, Repositories } from './ports.ts';

/** `refused` also what reads, where its answer would be today's. */
type Ways = {
  readonly [R in keyof Repositories]: {
    readonly [M in keyof Repositories[R]]: 'reads' | 'refused';
  };
};

const ways: Ways = {
  people: {
    findActorByAccount: 'refused',
    findActorByEmail: 'reads',
    details: 'reads',
    list: 'reads',
    listByRole: 'reads',
    holders: 'refused',
    linkAccount: 'refused',
    markUnreachable: 'refused',
    tryAgain: 'refused',
  },
  objectives: {
    findByKey: 'reads',
    find: 'reads',
    listNames: 'reads',
    list: 'reads',
    history: 'reads',
    lastUpdates: 'reads',
    updatesSince: 'reads',
    links: 'reads',
    linkables: 'reads',
    ownersOfItems: 'reads',
    sources: 'reads',
    findUpdateByRequest: 'refused',
    findInEffect: 'refused',
    appendUpdate: 'refused',
  },
  items: {
    list: 'reads',
    find: 'reads',
    isAssigned: 'refused',
    ownersOf: 'reads',
    add: 'refused',
    change: 'refused',
  },
  history: { list: 'reads', listAfter: 'reads', verify: 'refused', append: 'refused' },
  audit: { list: 'reads', append: 'refused' },
  changes: {
    find: 'reads',
    listOpen: 'reads',
    listDecided: 'reads',
    propose: 'refused',
    hold: 'refused',
    decide: 'refused',
  },
  planEdits: {
    hold: 'refused',
    reDate: 'refused',
    reWord: 'refused',
    reOwn: 'refused',
    link: 'refused',
    unlink: 'refused',
    close: 'refused',
    add: 'refused',
  },
  planVersions: {
    list: 'reads',
    content: 'reads',
    readNow: 'reads',
    hold: 'refused',
    freeze: 'refused',
    openDraft: 'refused',
    publish: 'refused',
  },
  ragWordings: { list: 'reads', set: 'refused' },
  meetings: {
    forums: 'reads',
    listFrom: 'reads',
    add: 'refused',
    move: 'refused',
    setRules: 'refused',
    cancelChases: 'refused',
    setChase: 'refused',
    setRecurrence: 'refused',
    addRecurring: 'refused',
    callOff: 'refused',
    withdraw: 'refused',
    setByHand: 'refused',
  },
  channelBindings: {
    list: 'reads',
    bind: 'refused',
    unbind: 'refused',
    setAlwaysPost: 'refused',
  },
  imports: {
    list: 'reads',
    find: 'refused',
    findByDigest: 'refused',
    add: 'refused',
    keepShown: 'refused',
    settle: 'refused',
  },
  planWriter: {
    ensureArea: 'refused',
    addObjective: 'refused',
    changeObjective: 'refused',
    assign: 'refused',
    addSources: 'refused',
  },
  archive: { dump: 'refused', isEmpty: 'refused', restore: 'refused' },
  cycles: {
    listFrom: 'reads',
    outstanding: 'reads',
    answers: 'refused',
    listReviews: 'refused',
    evidenceGaps: 'refused',
    listOwedBy: 'refused',
    ensure: 'refused',
  },
  calendars: {
    ofPartnership: 'reads',
    ofPeople: 'reads',
    listClosures: 'refused',
    listTerms: 'refused',
    setApart: 'refused',
    giveBack: 'refused',
    setTerms: 'refused',
    follow: 'refused',
  },
  kpis: { themes: 'reads', table: 'reads' },
  channels: {
    forThemes: 'refused',
    find: 'refused',
    markUnreachable: 'refused',
    tryAgain: 'refused',
  },
  notifications: {
    enqueue: 'refused',
    pastChases: 'refused',
    recordPassed: 'refused',
    find: 'refused',
    claim: 'refused',
    settle: 'refused',
    listStuck: 'refused',
    withdraw: 'refused',
    requeue: 'refused',
    listCreatedAt: 'refused',
    listFor: 'refused',
    lastDigestAt: 'refused',
    listUndelivered: 'refused',
    findByNumber: 'refused',
    resend: 'refused',
    lastRecordedAt: 'refused',
    releaseAbandoned: 'refused',
  },
  // A report has versions and months of its own; what it was on a day is nobody's question.
  highlights: {
    list: 'refused',
    begin: 'refused',
    hold: 'refused',
    save: 'refused',
    approve: 'refused',
  },
  requests: { wasAnswered: 'reads', markAnswered: 'refused' },
  jobRuns: { claim: 'refused', finish: 'refused' },
  absences: {
    list: 'reads',
    onDay: 'reads',
    factsFrom: 'refused',
    find: 'reads',
    add: 'refused',
    answer: 'refused',
    withdrawCover: 'refused',
    callOff: 'refused',
  },
  handovers: {
    listOpen: 'reads',
    find: 'reads',
    add: 'refused',
    answer: 'refused',
    pass: 'refused',
  },
  snoozes: { find: 'refused', listFrom: 'refused', add: 'refused' },
  linkRequests: { listOpen: 'reads', find: 'reads', add: 'refused', decide: 'refused' },
  peopleAdmin: {
    list: 'reads',
    organisations: 'reads',
    ownedBy: 'refused',
    lock: 'refused',
    add: 'refused',
    setLeft: 'refused',
    grant: 'refused',
    endRole: 'refused',
    adoptAccount: 'refused',
    unlink: 'refused',
  },
  preferences: {
    get: 'reads',
    chaseHours: 'refused',
    withoutDigests: 'refused',
    set: 'refused',
  },
  operations: {
    database: 'refused',
    queue: 'refused',
    platforms: 'refused',
    lastRuns: 'refused',
    endedBetween: 'refused',
    heartbeatTime: 'refused',
    setHeartbeatTime: 'refused',
    discard: 'refused',
    compact: 'refused',
  },
};

/** The repositories with every method that may write, or that only knows today, in place of a refusal. */
export function onlyReading(
  repositories: Repositories,
  refuse: () => Promise<never>,
): PartnershipRecord {
  const closed = Object.entries(ways).map(([name, methods]) => {
    const repository = repositories[name as keyof Repositories] as object;
    const refused = Object.entries(methods).flatMap(([method, way]) =>
      way === 'refused' ? [[method, refuse]] : [],
    );
    return [name, { ...repository, ...Object.fromEntries(refused) }];
  });
  return {
    ...Object.fromEntries(closed),
    transaction: refuse,
    earlier: refuse,
    keptSince: refuse,
  } as PartnershipRecord;
}
