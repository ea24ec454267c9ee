import type { Piece } from './pieces.ts';

/**
 * Noun phrases that name actors, as regular expressions over the pieces' labels (one character a piece). The same grammar serves every
 * language: what an English text puts behind “of” a Russian one puts in the genitive, with no word between.
 */
const NAME = '[NPI](?:[jv]*[NPI])*';
/** “Mr.”, “H.E.”, “Smt .” with its full stop apart. */
const TITLES = '(?:Hj?)*';
/** Behind a title a name may begin with its particle: “President von der Leyen”. */
const TITLED = `${TITLES}v{0,2}${NAME}`;
const NAMES = `${TITLED}(?:(?:,|&|,&)${TITLED})*`;
/** “Speaker of the Senate of the Parliament of …”: a body between the office and its state. */
const WITHIN = `(?:o?T?B(?=o?T?[SOGrM]))?`;
const PRINCIPAL = '[SOGrM]';
const LIST = `(?:m?T?${PRINCIPAL}(?:(?:,&|,|&)T?${PRINCIPAL})*)`;
/** “Kazakh”, “Kazakhstan's”, “Kyrgyz and Tajik”, “UAE, Kenya”. */
const OWNER = `(?:[SDOCGrM](?:(?:,&|,|&)T?[SDOG])*'?|K')`;
const BEFORE = `(?<before>[TA]?p?Q?T?a*)`;
const OWN = `(?<own>${OWNER})?a*`;
/** “Minister of Petroleum Resources”: what no table has is taken for a portfolio where a state or a name follows. */
const CORE = `(?:F(?:(?:,?&|,)N{1,3})+(?=o[SG])|F|f(?:[ou]T?N(?:(?:,|&|,&)?N)*(?=o|,H*[NP]))?)`;
const OFFICE = `(?<office>w?${CORE}(?:(?:,|&|-)w?${CORE})*z?)`;
const OF_LIST = `(?:o?(?<list>${LIST}))?`;
/** «двух стран», “of the two countries”, “of both states”. */
const OF_BOTH = `(?:[oe]?T?[Qp]T?a*[UY]|oT?n)?`;
/** “… of the Eurasian Economic Commission (EEC) Bakytzhan Sagintayev”. */
const THEIRS = `(?:(?:"[OSNI]")?,?(?<names>${NAMES}))?`;

const RULES = {
  /** “Mr. Salva Kiir, President of South Sudan,” */
  apposed: `(?<names>${TITLES}${NAME}),[TA]?a*(?:(?<own>${OWNER})a*(?<office>w?${CORE}(?:(?:,|&|-)${CORE})*)|(?<office2>w?${CORE}(?:(?:,|&|-)${CORE})*)(?:z|o?(?<list>${LIST})))(?!H*[NP])`,
  office: `${BEFORE}R?${OWN}${OFFICE}(?:(?<names2>${NAMES})o(?<list2>${LIST})|${WITHIN}${OF_LIST}${OF_BOTH}${THEIRS})`,
  /** «глава кыргызского государства», “heads of the two states”, “head of the Turkmen Foreign Ministry” */
  headed: `${BEFORE}ho?(?:T?Q?p?)(?<own>${OWNER})?a*[YBUmz](?:o?(?<list>${LIST}))?${THEIRS}`,
  organ: `T?c(?:o?(?<list>${LIST}))?`,
  side: `${BEFORE}(?:(?<own>${OWNER})(?<!')a*V|Vo?(?<list>${LIST})|(?<=Q)V)`,
  body: `${BEFORE}${OWN}B(?:o?(?<list>${LIST}))?`,
  /** “the press service of the President”: names a source, and nobody in it is meant. */
  service: `T?(?:${OWNER}|T?[FB])?a*'?s(?:o?T?a*[SOGrDMKFBYhzp])*`,
  people: `${BEFORE}(?:(?<own>${OWNER})a*[WY]|a*Wo?(?<list>${LIST}))`,
  /** “the Union”, «Комиссия»: an organization named before. */
  institution: `T?n`,
  role: `${BEFORE}${OWN}R(?:o?(?<list>${LIST}))?(?:,?(?<names>${NAMES}))?`,
  roles: `${BEFORE}${OWN}L(?:o?(?<list>${LIST}))?${OF_BOTH}`,
  members: `T?Q?m(?:(?<list>T?[OGr])|T?n)`,
  country: `[pT]a*Y`,
  group: `${BEFORE}${OWN}U(?:o?(?<list>${LIST})|${OF_BOTH})`,
  others: `T?E`,
  titled: `(?<names>H+${NAME}(?:(?:,|&)H+${NAME})*)`,
  name: `(?<names>${NAME})`,
  honorific: `[pT]?H(?!H*[NPITF])`,
  /** “The two agreed”, “both noted”. */
  pair: `T?Q`,
  /** “Qatar Investment Authority”, “the Kenyan Revenue Service”: a body that no table has. */
  agency: `T?(?<own>[SD])'?N{1,3}q`,
  principal: `T?Q?a*[SOGCM]`,
  capital: `K`,
  pronoun: `i`,
} as const;
export type RuleName = keyof typeof RULES;

const COMPILED = Object.entries(RULES).map(([rule, source]) => ({
  rule: rule as RuleName,
  pattern: new RegExp(source, 'duy'),
}));

/** A stretch of pieces that a rule took, and what stands in its parts; indices into the pieces. */
export interface Match {
  readonly rule: RuleName;
  readonly first: number;
  readonly end: number;
  readonly parts: Readonly<
    Partial<Record<'before' | 'own' | 'office' | 'list' | 'names', readonly [first: number, end: number] | undefined>>
  >;
}

/** The phrases among the pieces of one sentence, from left to right: at each place the longest, among equals the first of the rules. */
export function matchPhrases(pieces: readonly Piece[]): Match[] {
  const labels = pieces.map(({ label }) => label).join('');
  const matches: Match[] = [];
  for (let at = 0; at < labels.length; ) {
    const match = longestAt(labels, at);
    if (match !== undefined) matches.push(match);
    at = match?.end ?? at + 1;
  }
  return matches;
}

/** Labels that no phrase begins with. */
const NEVER_FIRST = /[x,&oeuj'"zv-]/;

function longestAt(labels: string, at: number): Match | undefined {
  if (NEVER_FIRST.test(labels[at]!)) return undefined;
  let best: Match | undefined;
  for (const { rule, pattern } of COMPILED) {
    pattern.lastIndex = at;
    const found = pattern.exec(labels);
    if (found === null || at + found[0].length <= (best?.end ?? at)) continue;
    best = { rule, first: at, end: at + found[0].length, parts: partsOf(found) };
  }
  return best;
}

function partsOf(found: RegExpExecArray): Match['parts'] {
  const { office, office2, list, list2, names, names2, ...groups } = found.indices?.groups ?? {};
  const either = { office: office ?? office2, list: list ?? list2, names: names ?? names2 };
  return { ...groups, ...either };
}
