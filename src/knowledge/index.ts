export { matchNames } from './match.ts';
export { NAME_KINDS, type NameEntry, type NameKind, type NameMatch } from './names.ts';
export { bindsPrincipal, officeFor, officeOf, ROLES, type Role } from './offices.ts';
export { allOrganizations, membersOf, organizationOf } from './organizations.ts';
export type { HolderRecord, OfficeRecord, OrganizationRecord, PlaceRecord, StateRecord } from './schema.ts';
export { allStates, capitalOf, isWithin, placeNamed, placeOf, stateName, stateOf, stateOfCapital } from './states.ts';
