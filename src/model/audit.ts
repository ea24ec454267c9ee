/** What is written into the log. */
export const AUDIT_ACTIONS = [
  'log-in',
  'log-in-refused',
  'log-out',
  'decision',
  'undo',
  'document-added',
  'marking-changed',
  'export',
  'account-added',
  'account-changed',
  'password-changed',
  'token-made',
  'token-revoked',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
