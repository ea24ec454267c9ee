import type { AuditEntry } from '../../desk/index.ts';
import type { Locale } from '../locale/locale.ts';

/** How what is noted in the log beside an action is said; what is not named here is a name or an id and stays as it is. */
const TOLD: Readonly<Record<string, (value: string, locale: Locale) => string>> = {
  by: (value, { of }) => of('logBy', value),
  clearance: (value, { of }) => of('marking', value),
  expiresAt: (value, { day }) => day(value.slice(0, 10)),
  from: (value, { of }) => of('marking', value),
  kind: (value, { of }) => of('decision', value),
  marking: (value, { of }) => of('marking', value),
  reason: (value, { of }) => of('logReason', value),
  role: (value, { of }) => of('role', value),
  scopes: (value, { of }) => of('scope', value),
  to: (value, { of }) => of('marking', value),
};

/** What is noted beside an action, in words: «гриф: для всех, роль: аналитик». */
export function detailWords(detail: AuditEntry['detail'], locale: Locale): string {
  return Object.entries(detail)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${locale.of('logDetail', name)}: ${toldOf(name, value, locale)}`)
    .join(', ');
}

function toldOf(name: string, value: unknown, locale: Locale): string {
  if (typeof value === 'boolean') return locale.t(value ? 'answer.yes' : 'answer.no');
  const values = [value].flat().map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  return locale.list(values.map((one) => TOLD[name]?.(one, locale) ?? one));
}
