// The doors by which people reach the bot. Stored with accounts, channels and messages: a word stays as it is.

export type Platform = 'slack' | 'teams' | 'terminal';
