// The recorded payloads, moved into the local Slack: its workspace, person, channel and addresses.
import mention from '../../fixtures/slack/app-mention.json' with { type: 'json' };
import button from '../../fixtures/slack/button.json' with { type: 'json' };
import form from '../../fixtures/slack/form.json' with { type: 'json' };
import direct from '../../fixtures/slack/message-im.json' with { type: 'json' };
import slash from '../../fixtures/slack/slash-command.json' with { type: 'json' };
import type { LocalSlack } from './slack-emulator.ts';

type Place = Pick<LocalSlack, 'teamId' | 'userId' | 'channelId' | 'responseUrl'>;

export function slashPayload(place: Place, more: Readonly<Record<string, string>> = {}) {
  return {
    ...slash,
    team_id: place.teamId,
    user_id: place.userId,
    channel_id: place.channelId,
    response_url: place.responseUrl,
    ...more,
  };
}

export function mentionPayload(place: Place, more: object = {}) {
  const { teamId, userId: user, channelId: channel } = place;
  const event = { ...mention.event, user, channel, team: teamId, ...more };
  return { ...mention, team_id: teamId, authorizations: authorizations(teamId), event };
}

export function directPayload(place: Place, channel: string, more: object = {}) {
  const { teamId, userId: user } = place;
  const event = { ...direct.event, user, channel, team: teamId, ...more };
  return { ...direct, team_id: teamId, authorizations: authorizations(teamId), event };
}

export function buttonPayload(place: Place, more: object = {}) {
  return { ...button, ...pressed(place, place.channelId), ...more };
}

export function formPayload(place: Place, channel: string, more: object = {}) {
  return { ...form, ...pressed(place, channel), ...more };
}

function pressed(place: Place, channel: string) {
  return {
    team: { id: place.teamId, domain: 'example-partnership' },
    user: { id: place.userId, team_id: place.teamId },
    channel: { id: channel },
    response_url: place.responseUrl,
  };
}

function authorizations(team_id: string) {
  return [{ ...mention.authorizations[0], team_id }];
}
