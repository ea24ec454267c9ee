import { matchNames } from '../../knowledge/index.ts';
import { tokenize } from '../../language/index.ts';
import type { ActorId, Language } from '../../model/index.ts';
import type { WithBlocks } from '../setting.ts';
import { factCues, publisherAt, publisherNamed } from './cues.ts';

/** Who published the document: as given, else as its dateline, its signature or its address say. */
export function publisherOf(setting: WithBlocks): string | undefined {
  const { document, blocks, doc } = setting;
  if (document.publisher !== undefined) return document.publisher;
  const agency = blocks.find(({ dateline }) => dateline?.agency !== undefined)?.dateline?.agency;
  if (agency !== undefined) return publisherNamed(agency)?.name ?? agency;
  const reporting = reporterIn(setting);
  if (reporting !== undefined) return reporting;
  const signed = blocks.findLast(({ kind, dateline }) => kind === 'signature' && dateline === undefined);
  const signature = signed === undefined ? undefined : doc.text.slice(...signed.span);
  if (signature !== undefined && signature.length < 120 && !/\d/.test(signature)) return institutionIn(signature);
  return document.url === undefined ? undefined : publisherAt(document.url)?.names[0];
}

/** “Press Service of the Ministry of …” is the ministry; other offices sign with their press service. */
function institutionIn(signature: string): string {
  return /(?:Ministry of|Department of|МИД|Министерств)[^,]*$/u.exec(signature)?.[0] ?? signature;
}

/** “Trend reports”, «передает Казинформ»: the agency that tells the story. */
function reporterIn({ blocks, doc }: WithBlocks): string | undefined {
  const opening = blocks.filter(({ kind }) => kind === 'paragraph').slice(0, OPENING);
  for (const { span } of opening) {
    const text = doc.text.slice(...span);
    for (const match of text.matchAll(REPORTS)) {
      const known = publisherNamed((match[1] ?? match[2] ?? '').replace(/^the /iu, '').replace(/\.$/u, ''));
      if (known !== undefined) return known.name;
    }
  }
  return undefined;
}

const REPORTS =
  /((?:The )?\p{Lu}[\p{L}.-]+(?: \p{Lu}\p{L}+)?) (?:reports|reported|has learn|cites|informs)|(?:сообщает|сообщили|передает|передаёт|информирует)(?: агентство)? (\p{Lu}[\p{L}.-]+)/gu;

/** How many paragraphs may name the source that the text cites. */
const OPENING = 3;

/** Whom the publisher cites: “…, the agency cites the press service of …”. */
export function citedSourceOf({ blocks, doc }: WithBlocks, publisher: string | undefined): string | undefined {
  const opening = blocks.filter(({ kind }) => kind === 'paragraph').slice(0, OPENING);
  for (const block of opening) {
    const text = doc.text
      .slice(doc.startOf(Math.min(block.body, doc.length - 1)), block.span[1])
      .replace(/&nbsp;|\s+/gu, ' ');
    const cited = citedIn(text, doc.language);
    if (cited !== undefined && cited.toLowerCase() !== publisher?.toLowerCase()) return cited;
  }
  return undefined;
}

const NAME = String.raw`(?:\p{Lu}[\p{L}’'«»-]*|of|the|and|иностранных|дел|министров|государства|правительства|президента|кыргызского|казахского|белорусского|\p{Ll}+ого)`;

function citedIn(text: string, language: Language): string | undefined {
  const { services, cites } = factCues(language);
  const service = String.raw`(?:${services.join('|')})[\p{L}]*`;
  const verb = `(?:${cites.join('|')})`;
  const tail = language === 'en' ? `(?: (?:${NAME}))*` : String.raw`(?: [\p{L}«»-]+){0,6}(?=[.,)])`;
  const source = String.raw`(?:(?:the )?(?:[\p{L}’']+ ){0,3}?${service}${tail})`;
  const found =
    new RegExp(`${verb} (?:в )?(${source})`, 'u').exec(text)?.[1] ??
    new RegExp(
      String.raw`[,.] (the (?:[\p{L}’']+ ){0,3}?${service}(?: ${NAME})*) (?:said|reports?|reported|announced|says)`,
      'u',
    ).exec(text)?.[1] ??
    agencyIn(new RegExp(String.raw`${verb} (?:the )?(\p{Lu}[\p{L}.-]+)`, 'u').exec(text)?.[1]);
  return found
    ?.replace(/ (?:of|the|and)$/u, '')
    .replace(/^the /u, '')
    .replace(/[.,]$/u, '')
    .replace(/^пресс-служб[а-я]+/u, 'пресс-служба')
    .trim();
}

function agencyIn(name: string | undefined): string | undefined {
  return name === undefined ? undefined : publisherNamed(name.replace(/\.$/u, ''))?.name;
}

/** The state whose voice a source is: of an agency by the table, else the state, seat or capital that its name speaks of. */
export function sideOf(name: string, language: Language): ActorId | undefined {
  const known = publisherNamed(name);
  if (known !== undefined) return known.publisher.state;
  const doc = tokenize(name, language);
  const words = Array.from({ length: doc.length }, (_, token) => doc.form(token));
  const entries = matchNames(words, language).map(({ entries: [entry] }) => entry);
  if (entries.some((entry) => entry?.kind === 'organization')) return undefined;
  const id = entries.find((entry) => entry !== undefined && /state|demonym|metonym/.test(entry.kind))?.ids[0];
  const state = id?.split('/')[0];
  return state !== undefined && /^[A-Z]{3}$/.test(state) ? state : undefined;
}
