import { type ActorId, type Language, principalOf } from '../model/index.ts';
import { table } from './load.ts';
import { officeOf } from './offices.ts';
import { organizationOf } from './organizations.ts';
import { stateName, stateOf } from './states.ts';

/**
 * An actor as a page shows it: `KAZ` → `Kazakhstan`, «Казахстан»; `KAZ/president` → `President of Kazakhstan`,
 * «Президент — Казахстан» (the name stays in the nominative); `eaeu` → `Eurasian Economic Union`. An unknown id is shown as it is.
 */
export function actorName(id: ActorId, language: Language): string {
  const organ = organizationOf(id);
  if (organ !== undefined) return bare(organ[language]?.[0] ?? organ.en[0]!);
  const principal = principalName(principalOf(id), language);
  if (!id.includes('/')) return principal;
  const title = titleOf(id.slice(id.indexOf('/') + 1), language);
  return language === 'en' ? `${title} of ${withArticle(principal)}` : `${title} — ${principal}`;
}

/** The wording of an office as a title: `Foreign Minister`; a slug without a record is spelled out. */
function titleOf(slug: string, language: Language): string {
  const record = officeOf(slug);
  const wording = bare(record?.[language]?.[0] ?? record?.en[0] ?? slug.replaceAll('-', ' '));
  if (language !== 'en') return wording.charAt(0).toUpperCase() + wording.slice(1);
  return wording.replace(/\b(?!(?:of|for|and|the|to|in)\b)[a-z]/gu, (letter) => letter.toUpperCase());
}

function principalName(id: ActorId, language: Language): string {
  const state = stateOf(id);
  if (state !== undefined) return stateName(state, language);
  const organization = organizationOf(id);
  const group = table('groups').find((one) => one.id === id);
  const names = organization ?? group;
  return bare(names?.[language]?.[0] ?? names?.en[0] ?? id);
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
