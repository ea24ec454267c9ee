import { clearestMention, type Dossier, type Standing } from '../../desk/index.ts';
import { lastDayOf } from '../../model/index.ts';
import { commitmentHref, meetingHref } from '../hrefs.ts';
import type { Locale } from '../locale/locale.ts';

interface CalendarEvent {
  readonly id: string;
  readonly day: string;
  readonly summary: string;
  readonly place?: string | undefined;
  readonly url: string;
}

/** Deadlines and meetings of a dossier as an iCalendar file (RFC 5545); `origin` is that of the site. */
export function calendarOf(dossier: Dossier, origin: string, locale: Locale): string {
  const name = [dossier.summary.a, dossier.summary.b].map(locale.actor).join(' – ');
  return calendar(name, [...meetingEvents(dossier, origin, locale), ...deadlineEvents(dossier, origin, locale)]);
}

/** Deadlines of undertakings as an iCalendar file. */
export function agendaCalendar(items: readonly Standing[], origin: string, { t, actor }: Locale): string {
  const events = items.flatMap(({ id, words, deadline, parties }): CalendarEvent[] => {
    if (deadline === undefined) return [];
    const summary = `${t('field.deadline')}: ${words} (${parties.map(actor).join(', ')})`;
    return [{ id, day: deadline, summary, url: origin + commitmentHref(id) }];
  });
  return calendar(`Readout · ${t('field.deadline')}`, events);
}

function calendar(name: string, events: readonly CalendarEvent[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Readout//Readout//EN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}

function meetingEvents({ summary, meetings }: Dossier, origin: string, { t, actor }: Locale): CalendarEvent[] {
  const pair = [summary.a, summary.b].map(actor).join(' – ');
  return meetings.flatMap(({ id, date, place, status }) =>
    date === undefined || status === 'cancelled'
      ? []
      : [{ id, day: date, summary: `${t('meeting.title')}: ${pair}`, place, url: origin + meetingHref(id) }],
  );
}

function deadlineEvents({ commitments }: Dossier, origin: string, { t }: Locale): CalendarEvent[] {
  return commitments.flatMap(({ record }) => {
    const deadline = record.deadlines.at(-1)?.value;
    const day = deadline === undefined ? undefined : lastDayOf(deadline);
    if (day === undefined) return [];
    const words = clearestMention(record)?.words ?? record.id;
    return [
      { id: record.id, day, summary: `${t('field.deadline')}: ${words}`, url: origin + commitmentHref(record.id) },
    ];
  });
}

function eventLines({ id, day, summary, place, url }: CalendarEvent): string[] {
  const compact = day.replaceAll('-', '');
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(id)}@readout`,
    `DTSTAMP:${compact}T000000Z`,
    `DTSTART;VALUE=DATE:${compact}`,
    `SUMMARY:${escaped(summary)}`,
    ...(place === undefined ? [] : [`LOCATION:${escaped(place)}`]),
    `URL:${url}`,
    'END:VEVENT',
  ];
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (character) => `\\${character}`).replaceAll(/\s+/g, ' ');
}

/** No line is longer than 75 octets; what follows begins with a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (Buffer.byteLength(part + character) > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part].join('\r\n ');
}
