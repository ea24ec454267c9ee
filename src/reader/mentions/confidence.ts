/**
 * How sure each way of resolving a phrase is: about the share of its mentions that were right on the development texts,
 * a little less for the ways that hang on what was said before.
 */
export const SURE = {
  /** Name, office and state in one phrase. */
  told: 0.97,
  /** Office, side or delegation with its state. */
  owned: 0.95,
  /** A name by the tables or as introduced. */
  name: 0.94,
  /** A part of a name. */
  shortName: 0.93,
  /** A name with another common meaning. */
  commonName: 0.75,
  /** A seat or capital for its government. */
  metonym: 0.85,
  /** The only holder of the office in the text. */
  onlyHolder: 0.9,
  /** The publishing state's among several holders. */
  ownHolder: 0.85,
  /** An office that nobody of the text is said to hold: the publishing state's, or a party's. */
  guessed: 0.6,
  /** The last or first of several holders. */
  ambiguous: 0.5,
  /** “The sides”, “the leaders”, “both countries”. */
  group: 0.92,
  /** The members of a union. */
  members: 0.85,
  /** “The other side”, “the remaining states”. */
  others: 0.75,
  /** Those who head the delegations. */
  headsOfDelegations: 0.6,
  /** A body with its state, and without. */
  body: 0.92,
  bareBody: 0.6,
  /** A people or its forces for the state; an organ of an organization. */
  people: 0.75,
  organ: 0.8,
  /** “The Union”. */
  shorthand: 0.85,
  /** “He”, “they”; two people behind “they”; “it”. */
  pronoun: 0.85,
  pair: 0.75,
  thing: 0.8,
  /** “I”, “we”, “you”, “our country” in somebody's words. */
  speaker: 0.95,
  weOfSpeaker: 0.75,
  addressee: 0.75,
  ownCountry: 0.8,
} as const;
