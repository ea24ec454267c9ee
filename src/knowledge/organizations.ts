import type { ActorId, IsoDate } from '../model/index.ts';
import { table } from './load.ts';
import { isWithin, type Period } from './periods.ts';
import type { OrganizationRecord } from './schema.ts';

let byId: ReadonlyMap<string, OrganizationRecord> | undefined;

/** The record of an organization, a format or an organ; undefined where there is none. */
export function organizationOf(id: ActorId): OrganizationRecord | undefined {
  byId ??= new Map(table('organizations').map((record) => [record.id, record]));
  return byId.get(id);
}

/** All organizations, in the order of the table. */
export function allOrganizations(): readonly OrganizationRecord[] {
  return table('organizations');
}

/** The states that were members on the day, today's where none is given; those of a group (`central-asia`) too. Empty where not known. */
export function membersOf(id: ActorId, date: IsoDate = '9999-12-31'): ActorId[] {
  const members = organizationOf(id)?.members ?? table('groups').find((group) => group.id === id)?.members ?? [];
  return members
    .map(membershipOf)
    .filter((membership) => isWithin(membership, date))
    .map(({ state }) => state);
}

/** The ids of the regions and organizations of which the member states are known, regions first. */
export function groupsOfStates(): ActorId[] {
  const named = [...table('groups'), ...table('organizations')];
  return named.filter(({ members = [] }) => members.length > 1).map(({ id }) => id);
}

interface Membership extends Period {
  readonly state: ActorId;
}

function membershipOf(written: string): Membership {
  const [state = '', period = '..'] = written.split(':');
  const [from, to] = period.split('..');
  return { state, from: from || undefined, to: to || undefined };
}
