// Who and what exists in the demo's pretend Teams. The Playground insists on one current user, five
// others, one team and at most one channel beside General. Everybody is visibly made up.

export type PlaygroundPerson = {
  /** Both the Teams account id and the Entra object id, so that either finds the person. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
};

function person(number: number, givenName: string, email: string): PlaygroundPerson {
  return {
    id: `00000000-0000-4000-8000-0000000000${number}`,
    name: `${givenName} Example`,
    email,
  };
}

const general = '19:pap-general@thread.tacv2';

export const playgroundWorld = {
  tenantId: '00000000-0000-4000-8000-000000000001',
  bot: { id: '28:00000000-0000-4000-8000-000000000011', name: 'PAP' },
  /** The one person whose screen the Playground shows. */
  currentUser: person(20, 'Asha', 'owner@example.org'),
  others: [
    person(21, 'Ben', 'office@example.org'),
    person(22, 'Cerys', 'cochair@example.org'),
    person(23, 'Dev', 'dev@example.org'),
    person(24, 'Ella', 'deputy@example.org'),
    person(25, 'Femi', 'femi@example.org'),
  ],
  personalChatId: 'a:pap-personal-asha',
  groupChatId: '19:pap-group@thread.v2',
  /** The Playground gives the General channel the id of its team. */
  team: {
    id: general,
    name: 'Example partnership',
    aadGroupId: '00000000-0000-4000-8000-000000000031',
  },
  generalChannelId: general,
  channel: { id: '19:pap-right-support@thread.tacv2', name: 'Right Support' },
} as const satisfies PlaygroundWorld;

export type PlaygroundWorld = {
  readonly tenantId: string;
  readonly bot: { readonly id: string; readonly name: string };
  readonly currentUser: PlaygroundPerson;
  readonly others: readonly PlaygroundPerson[];
  readonly personalChatId: string;
  readonly groupChatId: string;
  readonly team: { readonly id: string; readonly name: string; readonly aadGroupId: string };
  readonly generalChannelId: string;
  readonly channel: { readonly id: string; readonly name: string };
};

/** The Playground's configuration file. It reads YAML, of which JSON is a part. */
export function playgroundConfig(world: PlaygroundWorld): string {
  return JSON.stringify({
    version: '0.1.1',
    tenantId: world.tenantId,
    bot: world.bot,
    currentUser: user(world.currentUser),
    users: world.others.map(user),
    personalChat: { id: world.personalChatId },
    groupChat: { id: world.groupChatId, name: 'Example group chat' },
    team: { ...world.team, channels: [world.channel] },
  });
}

function user(one: PlaygroundPerson): Record<string, string> {
  const [givenName = one.name, surname = ''] = one.name.split(' ');
  return {
    id: one.id,
    aadObjectId: one.id,
    name: one.name,
    givenName,
    surname,
    userPrincipleName: one.email,
    email: one.email,
  };
}
