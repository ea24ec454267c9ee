import { type ActorId, isOfState, principalOf } from '../model/index.ts';
import { table } from './load.ts';
import { portfolioOffices } from './portfolios.ts';
import type { OfficeRecord } from './schema.ts';

/** What texts call the holder of an office by the part played, whatever the office is called. */
const ROLES = ['head-of-state', 'head-of-government', 'leader', 'secretary-of-state', 'deputy-prime-minister'] as const;
type Role = (typeof ROLES)[number];

/** The usual office behind a role; `data/executives.json` names the states where it is another. */
const USUAL = {
  'head-of-state': 'president',
  'head-of-government': 'prime-minister',
  leader: 'president',
  'secretary-of-state': 'secretary-of-state',
  'deputy-prime-minister': 'deputy-prime-minister',
} as const satisfies Record<Role, string>;

let offices: ReadonlyMap<string, OfficeRecord> | undefined;

/** All kinds of offices by their slugs: those of the table and those of the portfolios. */
export function allOffices(): ReadonlyMap<string, OfficeRecord> {
  offices ??= new Map([...table('offices'), ...portfolioOffices()].map((office) => [office.slug, office]));
  return offices;
}

/** The record of an office by its slug: its wordings, whether its holder binds the state, whether it is a body. */
export function officeOf(slug: string): OfficeRecord | undefined {
  return allOffices().get(slug);
}

/**
 * The actor behind an office or a role of a state or an organization: `('KAZ', 'head-of-state')` → `KAZ/president`,
 * `('JPN', 'leader')` → `JPN/prime-minister`, `('USA', 'secretary-of-state')` → `USA/foreign-minister`,
 * `('KAZ', 'foreign-minister')` → `KAZ/foreign-minister`.
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
  if (slash < 0) return true;
  return officeOf(actor.slice(slash + 1))?.binds ?? /minister|president|council|commission/u.test(actor);
}
