import { type ActorId, isOfState, principalOf } from '../model/index.ts';
import { table } from './load.ts';
import type { OfficeRecord } from './schema.ts';

/** What texts call an executive by its part, whatever the office is called. */
export const ROLES = ['head-of-state', 'head-of-government', 'leader'] as const;
export type Role = (typeof ROLES)[number];

const USUAL = { 'head-of-state': 'president', 'head-of-government': 'prime-minister', leader: 'president' } as const;

/** The record of an office by its slug: its wordings and whether its holder binds the state. */
export function officeOf(slug: string): OfficeRecord | undefined {
  return table('offices').find((office) => office.slug === slug);
}

/**
 * The actor behind an office or a role of a state or an organization: `('KAZ', 'head-of-state')` → `KAZ/president`,
 * `('JPN', 'leader')` → `JPN/prime-minister`, `('KAZ', 'foreign-minister')` → `KAZ/foreign-minister`.
 */
export function officeFor(principal: ActorId, officeOrRole: string): ActorId {
  const slug = isRole(officeOrRole) ? officeOfRole(principal, officeOrRole) : officeOrRole;
  return `${principalOf(principal)}/${slug}`;
}

function isRole(word: string): word is Role {
  return ROLES.some((role) => role === word);
}

function officeOfRole(principal: ActorId, role: Role): string {
  const own = table('executives').find(({ state }) => state === principalOf(principal));
  return own?.[role] ?? (isOfState(principal) ? USUAL[role] : 'secretary-general');
}

/** Whether what the actor undertakes binds the state or organization behind it. */
export function bindsPrincipal(actor: ActorId): boolean {
  const slash = actor.indexOf('/');
  return slash < 0 || (officeOf(actor.slice(slash + 1))?.binds ?? /minister|delegation|government/u.test(actor));
}
