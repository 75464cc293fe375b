// Why a message did not arrive, in plain words: the platform's own word is for whoever looks further.
const reasons: Readonly<Record<string, string>> = {
  account_inactive: 'Slack does not accept the bot’s token any more',
  invalid_auth: 'Slack does not accept the bot’s token',
  not_authed: 'Slack does not accept the bot’s token',
  token_revoked: 'the app was removed from the Slack workspace',
  token_expired: 'the bot’s Slack token has expired',
  missing_scope: 'the Slack app lacks a permission',
  user_not_found: 'Slack does not know this person any more',
  user_disabled: 'the person’s Slack account is switched off',
  user_not_visible: 'the bot may not see this person in Slack',
  channel_not_found: 'Slack has no such channel, or the bot may not see it',
  is_archived: 'the Slack channel is archived',
  not_in_channel: 'the bot is not in the Slack channel',
  ratelimited: 'the platform asked the bot to wait',
  BotNotInConversationRoster: 'the app was removed there, or the person blocked it',
  BotDisabledByAdmin: 'an administrator has blocked the app in Teams',
  ConversationBlockedByUser: 'the person blocked the app in Teams',
  ConversationNotFound: 'Teams does not know this conversation any more',
  'http-403': 'Teams refused it: the app was removed there, or blocked',
  'http-404': 'something on the way knows no such conversation, and Teams has not said so',
  asleep: 'the bot stood still while it was about to send it',
  'http-401': 'Teams does not accept the bot',
  'no-token': 'Microsoft’s sign-in service gave the bot no token',
  timeout: 'the platform did not answer in time',
  'connection-lost': 'the connection broke before the platform answered',
  'cannot-be-checked': 'it was interrupted while it was sent, and the platform cannot be asked',
  'interrupted while sending': 'the bot was stopped while it was sent',
  'not-there': 'it was looked for and had not arrived',
  'unexpected-error': 'something went wrong in the bot itself',
  'person-has-no-account': 'the person has no account where PAP is connected',
  'person-unreachable': 'none of the person’s accounts can be reached',
  'no-such-channel': 'the channel is not in use any more',
  'channel-unreachable': 'the channel cannot be reached',
  'platform-not-connected': 'PAP is not connected to the platform of that channel',
};

/** `the person blocked the app in Teams (ConversationBlockedByUser)`. */
export function deliveryReason(code: string | null): string {
  if (code === null) return 'nothing has gone wrong yet';
  const known = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  return known ? `${known} (${code})` : `the platform said ${code}`;
}
