// What Microsoft's answers mean: application, secret, tenant, and the addresses that PAP has to reach.
import type { TeamsTokenLook } from '../../chat/teams/inbound/look.ts';
import { type Finding, mend, unseen, well } from './finding.ts';

const GUIDE = 'docs/connect-teams.md';
const SECRET = `Make a new client secret in Entra (“Certificates & secrets”), copy its Value, set TEAMS_APP_PASSWORD to it (${GUIDE}, step 1) and restart PAP`;

/** What Microsoft's numbers for a refused sign-in mean (AADSTS…), as its list of error codes has them. */
const REFUSALS: Readonly<Record<number, readonly [code: string, says: string, remedy: string]>> = {
  7000215: ['teams-secret-wrong', 'Microsoft refuses the client secret', SECRET],
  7000222: ['teams-secret-ended', 'The client secret has ended', SECRET],
  700016: [
    'teams-app-unknown',
    'The tenant has no application with this id',
    `Copy TEAMS_APP_ID and TEAMS_TENANT_ID again, both from the app registration’s overview page (${GUIDE}, step 1)`,
  ],
  90002: [
    'teams-tenant-unknown',
    'There is no tenant with this id',
    `Copy the Directory (tenant) ID again and set TEAMS_TENANT_ID to it (${GUIDE}, step 1)`,
  ],
  7000112: [
    'teams-app-off',
    'The application is switched off in Entra',
    'Ask whoever looks after Entra to let users sign in to it again',
  ],
};

/** Application id, secret and tenant, by one sign-in. */
export function teamsTokenFindings(look: TeamsTokenLook, tenantId: string): Finding[] {
  if (look.kind === 'accepted')
    return [
      well('teams', 'teams-token', 'Microsoft takes the application id and its secret'),
      well('teams', 'teams-tenant', `The tenant is ${tenantId}`),
    ];
  if (look.kind === 'unreachable')
    return [
      unseen(
        ...(['teams', 'teams-unreachable'] as const),
        `Microsoft’s sign-in doesn’t answer (${look.code})`,
        'See that this computer can reach https://login.microsoftonline.com, then look again. PAP starts without it',
      ),
    ];
  const [code, says, remedy] = REFUSALS[look.code ?? 0] ?? [
    'teams-sign-in-refused',
    'Microsoft refuses the sign-in',
    `Look the number up at https://login.microsoftonline.com/error, and see that all three values are from the same app registration (${GUIDE}, step 1)`,
  ];
  const number = look.code === null ? 'no number given' : `AADSTS${look.code}`;
  return [mend('teams', code, `${says} (${number})`, remedy)];
}

/** @param failed why an address could not be reached; null: it answers */
export function placeFinding(address: string, use: string, failed: string | null): Finding {
  const { host } = new URL(address);
  if (failed === null) return well('teams', `teams-reaches-${host}`, `${host} answers`);
  return unseen(
    ...(['teams', `teams-reaches-${host}`] as const),
    `${host} doesn’t answer (${failed}); PAP needs it ${use}`,
    'See that no firewall or proxy is in between, then look again',
  );
}
