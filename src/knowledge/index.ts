export { actorName } from './display.ts';
export { matchNames, officesOf, peopleNamed } from './match.ts';
export { NAME_KINDS, type NameEntry, type NameKind, type NameMatch, type NamePart } from './names.ts';
export { bindsPrincipal, officeFor, officeOf, ROLES, type Role } from './offices.ts';
export { allOrganizations, membersOf, organizationOf } from './organizations.ts';
export { holderOf, officesOfPerson, personName } from './people.ts';
export type { HolderRecord, OfficeRecord, OrganizationRecord, PlaceRecord, StateRecord } from './schema.ts';
export { allStates, capitalOf, isWithin, placeNamed, placeOf, stateName, stateOf, stateOfCapital } from './states.ts';
export { isKnownActor, suggestActors } from './suggest.ts';
