import { type Decision, STATUSES } from '../../desk/index.ts';
import { parseDay, ReadoutError } from '../../model/index.ts';
import { areaOf } from '../http/filters.ts';
import { markingIn } from '../http/markings.ts';

type Fields = Readonly<Record<string, string>>;
type FormKind =
  | 'accept'
  | 'reject'
  | 'merge'
  | 'split'
  | 'link'
  | 'unlink'
  | 'correct'
  | 'set-status'
  | 'note'
  | 'add-commitment';

/** How the fields of a form become the payload of a decision of each kind that a page offers. */
const PAYLOAD_OF: Readonly<Record<FormKind, (fields: Fields) => Record<string, unknown>>> = {
  accept: () => ({}),
  reject: () => ({}),
  merge: ({ other }) => ({ with: other }),
  split: ({ other }) => ({ from: other }),
  link: ({ other }) => ({ to: other }),
  unlink: ({ other }) => ({ from: other }),
  note: ({ text = '' }) => ({ text: text.trim() }),
  'set-status': ({ status = '', date = '' }) => ({
    status: STATUSES.find((one) => one === status) ?? status,
    ...(date === '' ? {} : { date: parseDay(date) }),
  }),
  correct: (fields) => ({ fields: correctionIn(fields) }),
  'add-commitment': (fields) => ({ commitment: addedIn(fields) }),
};

/** The decision that a form of a page asks for. Throws `bad-input` where it cannot be read. */
export function decisionIn(fields: Fields): Decision {
  const kind = Object.keys(PAYLOAD_OF).find((one): one is FormKind => one === fields.kind);
  if (kind === undefined)
    throw new ReadoutError('bad-input', 'no decision is called', fields.kind ?? '', 'use the buttons of the page');
  return {
    kind,
    subject: fields.subject ?? '',
    payload: PAYLOAD_OF[kind](fields),
    why: (fields.why ?? '').trim(),
    marking: markingIn(fields),
  };
}

function correctionIn(fields: Fields): Record<string, unknown> {
  const { parties = '', areas = '', strength = '', deadline = '', when = '', progress = '', status = '' } = fields;
  return {
    ...(parties === '' ? {} : { parties: wordsIn(parties) }),
    ...(areas === '' ? {} : { areas: wordsIn(areas).map(areaOf) }),
    ...(strength === '' ? {} : { strength: Number(strength) }),
    ...('deadline' in fields ? { deadline: deadline === '' ? null : deadline } : {}),
    ...('when' in fields ? { when: when === '' ? null : when } : {}),
    ...(progress === '' ? {} : { progress }),
    ...(status === '' ? {} : { status }),
  };
}

function addedIn(fields: Fields): Record<string, unknown> {
  const { start, end, words = '', parties = '', areas = '', strength = '3', deadline = '' } = fields;
  return {
    words,
    spans: [[Number(start), Number(end)]],
    parties: wordsIn(parties),
    areas: wordsIn(areas).map(areaOf),
    strength: Number(strength),
    ...(deadline === '' ? {} : { deadline }),
  };
}

function wordsIn(list: string): string[] {
  return list.split(/[\s,;]+/).filter((word) => word !== '');
}
