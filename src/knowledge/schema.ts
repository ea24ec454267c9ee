import { z } from 'zod';
import { IsoDate, isActorId } from '../model/index.ts';

const StateId = z.string().regex(/^[A-Z]{3}$/);
const ActorId = z.string().refine(isActorId, 'an actor is written KAZ, KAZ/president or eaeu');
const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
const Name = z.string().min(1);
const Names = z.array(Name).min(1);

/** A validity: in official use, in office or a member from the first day up to and including the last. */
const period = { from: IsoDate.optional(), to: IsoDate.optional() };

/** What a state is called in one language. In `people`, singular and plural are set apart by a slash: `Kazakh/Kazakhs`. */
const StateNames = z.strictObject({
  name: Name,
  official: Name.optional(),
  /** The Russian genitive of the name, where no rule gives it. */
  genitive: Name.optional(),
  names: Names.optional(),
  acronyms: Names.optional(),
  adjectives: Names.optional(),
  people: Names.optional(),
  /** First halves of compounds: "Sino", «американо». */
  prefixes: Names.optional(),
});

/** A name that a state had until, or has had since, a day. */
const FormerName = z.strictObject({ en: Names.optional(), ru: Names.optional(), ...period });

export const StateRecord = z.strictObject({
  id: StateId,
  /** ISO 3166-1 alpha-2, under which `Intl.DisplayNames` knows the state. */
  iso2: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /**
   * `member` and `observer` of the United Nations, `partial` (recognized by some), `territory` (an actor of its own in some
   * matters), `former` (no more; with its last code in ISO 3166-3).
   */
  status: z.enum(['member', 'observer', 'partial', 'territory', 'former']),
  ...period,
  region: Slug,
  en: StateNames,
  ru: StateNames,
  kk: StateNames.optional(),
  ky: StateNames.optional(),
  former: z.array(FormerName).optional(),
  /** Names of it that have another common meaning or name another actor too. */
  ambiguous: Names.optional(),
});

const PlaceName = z.strictObject({ en: Names, ru: Names, kk: Names.optional(), ky: Names.optional(), ...period });

export const PlaceRecord = z.strictObject({
  id: Slug,
  state: StateId,
  capital: z.strictObject(period).optional(),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  names: z.array(PlaceName).min(1),
  ambiguous: z.boolean().optional(),
});

const localNames = { en: Names, ru: Names.optional(), kk: Names.optional(), ky: Names.optional() };

export const MetonymRecord = z.strictObject({ id: ActorId, ...localNames });

export const OrganizationRecord = z.strictObject({
  id: ActorId,
  kind: z.enum(['organization', 'union', 'alliance', 'format', 'bank', 'organ', 'tribunal', 'treaty-body']),
  parent: ActorId.optional(),
  ...localNames,
  acronyms: z
    .strictObject({ en: Names.optional(), ru: Names.optional(), kk: Names.optional(), ky: Names.optional() })
    .optional(),
  /** `KAZ`, or `GBR:1973-01-01..2020-01-31` where a membership began or ended at a known day. */
  members: z.array(z.string().regex(/^[A-Z]{3}(?::(?:\d{4}-\d\d-\d\d)?\.\.(?:\d{4}-\d\d-\d\d)?)?$/)).optional(),
  ambiguous: Names.optional(),
  ...period,
});

export const OfficeRecord = z.strictObject({
  slug: Slug,
  /** Whether the word of its holder binds the state. */
  binds: z.boolean(),
  /** A body, not a person: a ministry, a delegation. */
  body: z.boolean().optional(),
  ...localNames,
});

/** The name of a minister's portfolio, from which the offices of minister and deputy and the ministry get their wordings. */
export const PortfolioRecord = z.strictObject({
  slug: Slug,
  en: Names,
  /** In the genitive: `транспорта и коммуникаций`. */
  ru: Names,
  kk: Names.optional(),
  ky: Names.optional(),
  /** Short names of the ministry in Russian: `Минтранс`. */
  ministries: Names.optional(),
});

/** Common words that are family names too. */
export const WordListRecord = z.strictObject({ language: z.enum(['en', 'ru']), words: Names });

/** An office of one state or organization that has a name of its own: "High Representative". */
export const TitleRecord = z.strictObject({ id: ActorId, ...localNames });

/** Which offices stand behind the roles in one state, where they are not the usual ones; `secretary-of-state` where it is another office. */
export const ExecutiveRecord = z.strictObject({
  state: ActorId,
  'head-of-state': Slug,
  'head-of-government': Slug,
  leader: Slug,
  'secretary-of-state': Slug.optional(),
  'deputy-prime-minister': Slug.optional(),
});

export const GroupRecord = z.strictObject({ id: Slug, members: z.array(StateId), ...localNames });

export const HolderRecord = z.strictObject({
  office: ActorId,
  name: z.strictObject({ en: Name, ru: Name.optional(), kk: Name.optional(), ky: Name.optional() }),
  /** The family name where it is not the last word, or more than that: `{ en: "Xi", ru: "Си" }`. */
  family: z.strictObject({ en: Name.optional(), ru: Name.optional() }).optional(),
  /** Other spellings and names in use, in any language: full names or the family name alone. */
  variants: Names.optional(),
  patronymic: Name.optional(),
  from: IsoDate,
  to: IsoDate.optional(),
  /** Acting, interim, caretaker. */
  acting: z.boolean().optional(),
});

export type StateRecord = z.infer<typeof StateRecord>;
export type PlaceRecord = z.infer<typeof PlaceRecord>;
export type MetonymRecord = z.infer<typeof MetonymRecord>;
export type OrganizationRecord = z.infer<typeof OrganizationRecord>;
export type OfficeRecord = z.infer<typeof OfficeRecord>;
export type PortfolioRecord = z.infer<typeof PortfolioRecord>;
export type WordListRecord = z.infer<typeof WordListRecord>;
export type TitleRecord = z.infer<typeof TitleRecord>;
export type ExecutiveRecord = z.infer<typeof ExecutiveRecord>;
export type GroupRecord = z.infer<typeof GroupRecord>;
export type HolderRecord = z.infer<typeof HolderRecord>;
