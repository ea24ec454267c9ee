/** From which score on a proposal counts, and why there. */
export const THRESHOLDS = {
  commitment: {
    /** Cross-validated on the development gold, F1 is highest here; above, reaffirmations in other words are lost. */
    same: 0.3,
    /** Below, hardly one proposal in ten is right: too few for a person's time. */
    unsure: 0.15,
  },
  /** Two accounts of one meeting tell of few undertakings each, and every one has at most one counterpart: less evidence is enough. */
  occasion: { same: 0.25, unsure: 0.12 },
  progress: {
    same: 0.3,
    unsure: 0.2,
    /** A claim speaks of the undertaking that it fits best, and of those that fit nearly as well. */
    margin: 0.2,
  },
  /** A statement that was not told as progress must fit better: most statements speak of no undertaking. */
  echo: { same: 0.35, unsure: 0.35 },
  apart: {
    /** Years after which only a text that recalls an undertaking makes it the same again. */
    years: 8,
    /** Days after a deadline from which on a like undertaking is a new round: seasonal and yearly ones come back after that. */
    overdueDays: 365,
    /** How many more states make it another circle: talks of two are often joined by a third. */
    states: 2,
  },
  /** An undertaking to draw up or sign a document is kept by a document of its kind that shares so much of its weight. */
  instrument: { same: 0.5 },
  meeting: { same: 0.5, unsure: 0.35 },
  reprint: {
    /** Estimated similarity from which two texts are compared word by word. */
    candidate: 0.25,
    /** Accounts of one meeting by different hands share under a twentieth of their shingles; edited reprints over half. */
    same: 0.4,
    /** A text cut to its beginning is small against its source but lies within it. */
    within: 0.7,
  },
  /** Documents of one side in two languages are versions of one text where so many of the shorter one's undertakings have their match. */
  version: { share: 0.6 },
} as const;
