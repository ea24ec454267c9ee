import { type ActorId, type IsoDate, isOfState, type Language, principalOf } from '../model/index.ts';
import { genitiveOf } from './inflection/russian.ts';
import { table } from './load.ts';
import { officeOf } from './offices.ts';
import { organizationOf } from './organizations.ts';
import { isWithin } from './periods.ts';
import { placeNamed } from './places.ts';
import { stateName, stateOf } from './states.ts';

/**
 * An actor as a page shows it: `KAZ` → `Kazakhstan`, «Казахстан»; `KAZ/president` → `President of Kazakhstan`, «Президент Казахстана»;
 * `TJK/ambassador-to-kgz` → `Ambassador of Tajikistan to Kyrgyzstan`; `eaeu` → `Eurasian Economic Union`. An unknown id is shown as it is.
 */
export function actorName(id: ActorId, language: Language): string {
  const organ = organizationOf(id);
  if (organ !== undefined) return bare(organ[language]?.[0] ?? organ.en[0] ?? id);
  const own = table('titles').find((title) => title.id === id)?.[language]?.[0];
  if (own !== undefined && !isOfState(id)) return capitalized(bare(own));
  const principal = principalOf(id);
  if (!id.includes('/')) return principalName(principal, language);
  const [slug = '', host] = id.slice(id.indexOf('/') + 1).split('-to-');
  const title = titleOf(slug, language);
  const accredited = host === undefined ? '' : accreditation(host.toUpperCase(), language);
  return HOLDERS[language](title, principal) + accredited;
}

/** The name of a place in a language, as it was called on the day: `Нур-Султан` → `Nur-Sultan`; a place that is not known keeps its name. */
export function placeName(name: string, language: Language, day?: IsoDate): string {
  const names = placeNamed(name)?.names;
  if (names === undefined) return name;
  // A name of some years stands before the one that the place had before and after them.
  const ofItsTime = names.find((one) => day !== undefined && one.from !== undefined && isWithin(one, day));
  const then = ofItsTime ?? names.find((one) => isWithin(one, day)) ?? names[0];
  if (then === undefined) return name;
  return bare(then[language]?.[0] ?? (language === 'en' ? undefined : then.ru[0]) ?? then.en[0] ?? name);
}

/** How a language puts an office and whose it is together. Kazakh and Kyrgyz names would have to be inflected, so they are set apart. */
const HOLDERS = {
  en: (title, principal) => `${title} of ${withArticle(principalName(principal, 'en'))}`,
  ru: (title, principal) => `${title} ${russianGenitive(principal)}`,
  kk: (title, principal) => `${principalName(principal, 'kk')}: ${title}`,
  ky: (title, principal) => `${principalName(principal, 'ky')}: ${title}`,
} as const satisfies Record<Language, (title: string, principal: ActorId) => string>;

/** Where an ambassador is accredited. */
function accreditation(host: ActorId, language: Language): string {
  const name = principalName(host, language);
  return language === 'en' ? ` to ${withArticle(name)}` : ` (${name})`;
}

function russianGenitive(principal: ActorId): string {
  const state = stateOf(principal)?.ru;
  if (state !== undefined) return state.genitive ?? genitiveOf(state.name);
  const organization = organizationOf(principal);
  const acronym = organization?.acronyms?.ru?.[0];
  const name = organization?.ru?.[0];
  return acronym ?? (name === undefined ? principalName(principal, 'ru') : genitiveOf(name));
}

/** The wording of an office as a title: `Foreign Minister`; a slug without a record is spelled out. */
function titleOf(slug: string, language: Language): string {
  const record = officeOf(slug);
  const wording = bare(record?.[language]?.[0] ?? record?.en[0] ?? slug.replaceAll('-', ' '));
  if (language !== 'en') return capitalized(wording);
  return wording.replace(/\b(?!(?:of|for|and|the|to|in)\b)[a-z]/gu, (letter) => letter.toUpperCase());
}

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function principalName(id: ActorId, language: Language): string {
  const state = stateOf(id);
  if (state !== undefined) return stateName(state, language);
  const named = organizationOf(id) ?? table('groups').find((group) => group.id === id);
  return bare(named?.[language]?.[0] ?? named?.en[0] ?? id);
}

/** English names of states and organizations that are plurals or descriptions take the article. */
const TAKES_ARTICLE =
  /^(?:United|Union|Czech|Dominican|Central African|Democratic|Republic|Organi[sz]ation|European|Eurasian|African|Commonwealth|Group|.*(?:Islands|Emirates|States|Netherlands|Philippines|Maldives|Bahamas|Comoros|Seychelles|Gambia|Union|Organi[sz]ation|Council|League)$)/u;

function withArticle(name: string): string {
  return TAKES_ARTICLE.test(name) ? `the ${name}` : name;
}

function bare(name: string): string {
  return name.replace(/^[=+]/u, '').replace('|', '');
}
