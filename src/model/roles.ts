/** What somebody may do, each with all that stands before it: see and search; add documents and notes; decide; keep accounts and the log. */
export const ROLES = ['reader', 'analyst', 'reviewer', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** What an account or a token permits, in the order of the roles that bring it. */
export const SCOPES = ['read', 'add', 'decide', 'administer'] as const;
export type Scope = (typeof SCOPES)[number];

/** What a role permits. */
export function scopesOf(role: Role): readonly Scope[] {
  return SCOPES.slice(0, ROLES.indexOf(role) + 1);
}
