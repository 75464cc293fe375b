// What an operator types, as one of the verbs.
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';

export type OperatorLine = { readonly as: string } & (
  | { readonly verb: 'list' }
  | { readonly verb: 'audit'; readonly key: string | null }
  | { readonly verb: 'set-up'; readonly folders: readonly string[] }
  | {
      readonly verb: 'bind';
      readonly key: string;
      readonly platform: 'slack' | 'teams';
      readonly tenantId: string;
    }
  | { readonly verb: 'off' | 'on'; readonly key: string; readonly reason: string | null }
  | { readonly verb: 'export'; readonly key: string; readonly file: string }
  | {
      readonly verb: 'erase';
      readonly key: string;
      readonly check: string | null;
      readonly name: string | null;
    }
);

/** @param argv `--as EMAIL verb …` Refusal: `operator-usage`. */
export function parseOperatorLine(argv: readonly string[]): Result<OperatorLine> {
  const [option, email = '', verb = '', ...rest] = argv;
  const as = email.trim().toLowerCase();
  if (option !== '--as' || !/^[^\s@]+@[^\s@]+$/.test(as))
    return unread('Begin with --as and your e-mail address.');
  const [key, ...more] = rest;
  if (verb === 'list')
    return rest.length === 0 ? ok({ as, verb }) : unread('Nothing stands behind list.');
  if (verb === 'audit')
    return more.length === 0 ? ok({ as, verb, key: key ?? null }) : unread('Name one partnership.');
  if (verb === 'set-up')
    return rest.length > 0 ? ok({ as, verb, folders: rest }) : unread('Name a folder.');
  if (key === undefined) return unread(verb === '' ? 'Say what to do.' : 'Name a partnership.');
  switch (verb) {
    case 'bind':
      return parseBind(as, key, more);
    case 'off':
    case 'on':
      return parseSwitch(as, verb, key, more);
    case 'export': {
      const [file, further] = more;
      return file !== undefined && further === undefined
        ? ok({ as, verb, key, file })
        : unread('Name one file to write.');
    }
    case 'erase':
      return parseErase(as, key, more);
    default:
      return unread(`“${verb.slice(0, 40)}” is none of the verbs.`);
  }
}

function parseBind(
  as: string,
  key: string,
  [platform, tenantId, more]: readonly string[],
): Result<OperatorLine> {
  if ((platform !== 'slack' && platform !== 'teams') || !tenantId || more !== undefined)
    return unread('Name slack or teams, and the id of the workspace or tenant.');
  return ok({ as, verb: 'bind', key, platform, tenantId });
}

function parseSwitch(
  as: string,
  verb: 'off' | 'on',
  key: string,
  more: readonly string[],
): Result<OperatorLine> {
  const [because, ...words] = more.join(' ').split(/\s+/).filter(Boolean);
  if (because === undefined && verb === 'on') return ok({ as, verb, key, reason: null });
  if (because?.toLowerCase() !== 'because' || words.length === 0)
    return unread('Say why: because REASON.');
  return ok({ as, verb, key, reason: words.join(' ') });
}

function parseErase(as: string, key: string, more: readonly string[]): Result<OperatorLine> {
  const [confirm, check, finally_, ...name] = more.join(' ').split(/\s+/).filter(Boolean);
  const line = { as, verb: 'erase', key } as const;
  if (confirm === undefined) return ok({ ...line, check: null, name: null });
  if (confirm !== 'confirm' || check === undefined)
    return unread('Behind the partnership stands nothing, or confirm and what it says.');
  if (finally_ === undefined) return ok({ ...line, check, name: null });
  if (finally_ !== 'finally' || name.length === 0)
    return unread('At the end stands finally and the partnership’s whole name.');
  return ok({ ...line, check, name: name.join(' ') });
}

function unread(problem: string): Result<never> {
  return refuse({ code: 'operator-usage', problem });
}
