import { officeFor } from '../../knowledge/index.ts';
import type { ActorId } from '../../model/index.ts';

/** Organizations whose offices have names of their own. */
const OFFICES: Readonly<Record<string, string>> = {
  'USA/secretary-of-state': 'USA/foreign-minister',
  'USA/secretary': 'USA/foreign-minister',
  'TJK/national-leader': 'TJK/president',
  'USA/spokesman': 'USA/state-department-spokesperson',
  'CHN/chairman': 'CHN/president',
  'eu/foreign-minister': 'eu/high-representative',
  'eu/leader': 'eu/council-president',
  'eu/president': 'eu/council-president',
};

/** The actor behind an office of an organization, where the organization has such an office. */
export function organizationOffice(organization: ActorId, slug: string): ActorId | undefined {
  return OFFICES[`${organization}/${slug}`];
}

/** The actor behind an office or role of a state or organization. */
export function officeActor(principal: ActorId, slug: string): ActorId {
  const office = slug === 'minister' ? 'foreign-minister' : slug;
  return OFFICES[`${principal}/${office}`] ?? officeFor(principal, office);
}
