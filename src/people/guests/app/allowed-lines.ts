// The lines of `admin people` that are about other organisations: which may write to PAP, and why.

import { confirmMessage } from '../../../core/message/messages/confirm.ts';
import { parseNote } from '../../../core/personal-data/domain/note.ts';
import {
  findPersonalData,
  suggestedWording,
} from '../../../core/personal-data/domain/personal-data.ts';
import {
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../../../core/request/app/command.ts';
import type { Commits, Uses } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import {
  type AllowLine,
  splitAllowed,
  splitPlatform,
  tenantIdOf,
} from '../domain/allowed-organisation.ts';
import {
  allowedMessage,
  organisationAllowedMessage,
  organisationDisallowedMessage,
} from '../messages/allowed.ts';
import { allowOrganisation, disallowOrganisation } from './manage-allowed.ts';

/** A name and a reason need no more. */
const MAX_NAME = 120;
const MAX_REASON = 500;

type AllowNeeds = Given<
  Doing | 'partnership',
  Uses<'allowedOrganisations'> & Commits<'allowedOrganisations' | 'audit' | 'peopleAdmin'>
>;

/** `allowed`: those in force. */
export async function listAllowed({
  record,
  partnership,
}: Given<'partnership', Uses<'allowedOrganisations'>>): Promise<CommandResult> {
  return reply(allowedMessage(await record.allowedOrganisations.list(), partnership.timeZone));
}

/** `allow slack T0BORSET1 "Borset NHS Trust" because their therapists own 1.3`. */
export async function allowLine(words: string, context: AllowNeeds): Promise<CommandResult> {
  const read = parseAllow(words);
  if (!read.ok) return refused(read.refusal);
  const result = await allowOrganisation(read.value, context);
  return result.ok
    ? recorded(organisationAllowedMessage(read.value.name))
    : refused(result.refusal);
}

/** `disallow slack T0BORSET1`, or with the name; it asks once. */
export async function disallowLine(
  words: string,
  confirmed: boolean,
  context: AllowNeeds,
): Promise<CommandResult> {
  const split = splitPlatform(words);
  if (!split) return usage('Say which, for example “admin people disallow slack T0ABC1234”.');
  const { platform, rest } = split;
  const all = await context.record.allowedOrganisations.list();
  const id = tenantIdOf(platform, rest);
  const meant = all.filter(
    (one) =>
      one.platform === platform &&
      (one.tenantId === id || one.name.toLowerCase() === rest.toLowerCase()),
  );
  const [one, another] = meant;
  if (!one || another) {
    const problem = another
      ? `More than one is called ${rest}; say its id.`
      : `No organisation “${rest.slice(0, 60)}” is allowed there.`;
    return refused({ code: 'nothing-to-do', problem, look: 'admin people allowed' });
  }
  if (!confirmed)
    return reply(
      confirmMessage(
        `Take it back from ${one.name}?`,
        `Its people are not answered any more, and accounts are unlinked: ${one.linked}. What they recorded stays.`,
        `admin people disallow confirm ${platform} ${one.tenantId}`,
      ),
    );
  const result = await disallowOrganisation(one, context);
  return result.ok
    ? recorded(organisationDisallowedMessage(one.name, result.value))
    : refused(result.refusal);
}

/** Refusals: `usage`, `bad-workspace-id`, `note-too-long`, `personal-data`, and those of a note. */
function parseAllow(words: string): Result<AllowLine> {
  const split = splitPlatform(words);
  const said = split && splitAllowed(split.rest);
  if (!split || !said)
    return refuse({
      code: 'usage',
      verb: 'admin people',
      problem:
        'Say where, the id, the name and why, for example “admin people allow slack T0ABC1234 "Borset NHS Trust" because their therapists own 1.3”.',
    });
  const { platform } = split;
  const tenantId = tenantIdOf(platform, said.id);
  if (tenantId === null) return refuse({ code: 'bad-workspace-id', platform, typed: said.id });
  const note = parseNote(said.reason);
  if (!note.ok) return note;
  const reason = note.value ?? '';
  if (said.name.length > MAX_NAME)
    return refuse({ code: 'note-too-long', length: said.name.length, limit: MAX_NAME });
  if (reason.length > MAX_REASON)
    return refuse({ code: 'note-too-long', length: reason.length, limit: MAX_REASON });
  const known = { emails: new Set<string>(), names: [said.name] };
  const findings = findPersonalData(reason, known);
  if (findings.length > 0)
    return refuse({
      code: 'personal-data',
      kinds: [...new Set(findings.map(({ kind }) => kind))],
      wording: suggestedWording(reason, findings, known),
      start: `admin people allow ${platform} ${said.id} "${said.name}" because`,
      typed: null,
    });
  return ok({ platform, tenantId, name: said.name, reason });
}

function usage(problem: string): CommandResult {
  return refused({ code: 'usage', verb: 'admin people', problem });
}
