// How long a link to the web and the session that it opens are good.

/** In minutes. People who ask for a link open it at once; the next one is a word away. */
export const LINK_MINUTES = 10;

export type SessionTimes = {
  /** A session ends when nothing was asked for so long. */
  readonly idleMinutes: number;
  /** It ends so long after it began, whatever was asked. */
  readonly wholeMinutes: number;
};

/** Source: OWASP’s session management guide, idle 15 to 30 minutes and 4 to 8 hours in all for what is not a bank. */
export const SESSION_TIMES: SessionTimes = { idleMinutes: 30, wholeMinutes: 8 * 60 };
