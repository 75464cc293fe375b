// The doors by which people reach the bot. Stored with accounts, channels and messages: a word stays as it is.

export type Platform = 'slack' | 'teams' | 'terminal' | 'web';

/** Those that people write on and are written to, and where there are other organisations. */
export type ChatPlatform = Extract<Platform, 'slack' | 'teams'>;

/** The others are looked at or typed in, hold no account, and let in nobody of another organisation by themselves. */
export function isChat(platform: string): platform is ChatPlatform {
  return platform === 'slack' || platform === 'teams';
}

/**
 * A guest of several or of one channel of a Slack workspace, a guest of a Teams tenant, or somebody of another workspace
 * or tenant in a channel that both share.
 */
export type GuestKind = 'several_channels' | 'one_channel' | 'tenant_guest' | 'other_organisation';

/** What the platform said of a guest when they wrote. */
export type GuestFacts = {
  readonly kind: GuestKind;
  /** Null: the platform shows none. */
  readonly name: string | null;
  /** Null: the platform shows none. Lower case. */
  readonly email: string | null;
  /** Of another organisation: its workspace or tenant; null where that is not known. */
  readonly outsideTenantId: string | null;
};
