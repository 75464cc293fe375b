// Other organisations whose people may write to PAP: which id is meant, and why.
import type { ChatPlatform } from '../../../core/request/domain/platform.ts';

export type AllowLine = {
  readonly platform: ChatPlatform;
  readonly tenantId: string;
  readonly name: string;
  readonly reason: string;
};

const TENANT = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const WORKSPACE = /^[TE][A-Z0-9]{6,20}$/;

/** The id as it is kept: a Teams tenant's in lower case, a Slack workspace's in capitals. Null: it is none. */
export function tenantIdOf(platform: ChatPlatform, typed: string): string | null {
  const id = platform === 'teams' ? typed.toLowerCase() : typed.toUpperCase();
  return (platform === 'teams' ? TENANT : WORKSPACE).test(id) ? id : null;
}

/** `slack` or `teams`, and what stands behind it; null: the words name neither. */
export function splitPlatform(
  words: string,
): { readonly platform: ChatPlatform; readonly rest: string } | null {
  const [, platform = '', rest = ''] = /^(slack|teams)\s+(\S[\s\S]*)$/i.exec(words) ?? [];
  const named = platform.toLowerCase();
  return named === 'slack' || named === 'teams' ? { platform: named, rest: rest.trim() } : null;
}

/** `T0BORSET1 "Borset NHS Trust" because their therapists own 1.3`; null: a piece is missing. */
export function splitAllowed(
  words: string,
): { readonly id: string; readonly name: string; readonly reason: string } | null {
  const [id = ''] = words.split(/\s/, 1);
  const rest = words.slice(id.length).trim();
  // A name in quotation marks may have the word in it.
  const [quotation = ''] = /^["“][^"”]+["”](?=\s)/.exec(rest) ?? [];
  const joint = /\sbecause\s/i.exec(rest.slice(quotation.length));
  if (!joint) return null;
  const end = quotation.length + joint.index;
  // Nothing else stands between it and the reason.
  const isWhole = quotation !== '' && rest.slice(quotation.length, end).trim() === '';
  const name = isWhole ? quotation.slice(1, -1) : rest.slice(0, end);
  const reason = rest.slice(end + joint[0].length);
  return id && name.trim() && reason.trim()
    ? { id, name: name.trim(), reason: reason.trim() }
    : null;
}
