import type { ActorId, IsoDate } from '../model/index.ts';

/**
 * What a name in a text can name:
 * - `state`: a state by its name ("Kazakhstan", «Республика Казахстан», "PRC");
 * - `demonym`: an adjective or a people ("Kazakh", «казахстанский», "Kazakhs");
 * - `compound`: several states in one adjective ("Kazakh-Kyrgyz", «казахско-кыргызский»);
 * - `capital`, `city`: a place; a capital stands for its government or for the place, which the reader decides;
 * - `metonym`: a seat that stands for an office or a state (the Kremlin, «Ак-Орда»);
 * - `organization`: an organization, a format, an alliance or an organ of one ("SCO", «Совет Безопасности ООН»);
 * - `group`: several states under one name ("the Central Asian countries", "the Baltic states");
 * - `office`: an office or a role without its state ("foreign minister", «глава государства»);
 * - `person`: somebody known to have held an office, by whatever part of the name stands in the text.
 */
export type NameKind =
  | 'state'
  | 'demonym'
  | 'compound'
  | 'capital'
  | 'city'
  | 'metonym'
  | 'organization'
  | 'group'
  | 'office'
  | 'person';

/** How much of a person's name a text gives. */
export type NamePart = 'full' | 'family' | 'given';

/** One thing that a name can mean. */
export interface NameEntry {
  readonly kind: NameKind;
  /**
   * Whom it names: one actor; the states of a compound in their order; the members of a group. For a place, the state it lies in;
   * for a person, every office ever held (see `officesOf` for those held on a date); for an `office`, none, unless its
   * title tells whose it is ("High Representative").
   */
  readonly ids: readonly ActorId[];
  /** Of an `office`: its slug (`foreign-minister`), or the role (`head-of-state`) that `officeFor` turns into one. */
  readonly office?: string | undefined;
  /** Of a `person`: the id under which all spellings meet; of a `capital` or `city`: the id of the place. */
  readonly key?: string | undefined;
  /** Of a `person`: how much of the name stands there; a family name alone may be that of several people, who are all given. */
  readonly part?: NamePart | undefined;
  /** Several holders, members of a people: "presidents", "Kazakhs". */
  readonly plural?: boolean | undefined;
  /** The name has another common meaning, or names another actor too (Georgia, Congo, «Того» at the head of a sentence). */
  readonly ambiguous?: boolean | undefined;
  /** The name was in official use only from and until these days. */
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
}

/** A name found among words: the indices of its first and its last word, and all that it can mean, likeliest first. */
export interface NameMatch {
  readonly first: number;
  readonly last: number;
  readonly entries: readonly NameEntry[];
}
