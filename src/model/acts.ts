/** What a statement does (codebook, section 4). */
export const ACTS = [
  'consult',
  'agree',
  'pledge',
  'reaffirm',
  'sign',
  'propose',
  'request',
  'invite',
  'support',
  'cooperate',
  'aid',
  'yield',
  'accuse',
  'reject',
  'threaten',
  'protest',
  'sanction',
  'mobilize',
  'coerce',
  'assault',
  'state',
] as const;
export type Act = (typeof ACTS)[number];

/** The PLOVER root codes. */
export type PloverRoot =
  | 'AGREE'
  | 'CONSULT'
  | 'SUPPORT'
  | 'COOPERATE'
  | 'AID'
  | 'YIELD'
  | 'REQUEST'
  | 'ACCUSE'
  | 'REJECT'
  | 'THREATEN'
  | 'PROTEST'
  | 'SANCTION'
  | 'MOBILIZE'
  | 'COERCE'
  | 'ASSAULT';

/** The root code of each act; `propose` is `AGREE` where it is an offer, and `state` has none. */
export const PLOVER_ROOTS = {
  consult: 'CONSULT',
  agree: 'AGREE',
  pledge: 'AGREE',
  reaffirm: 'AGREE',
  sign: 'AGREE',
  propose: 'REQUEST',
  request: 'REQUEST',
  invite: 'CONSULT',
  support: 'SUPPORT',
  cooperate: 'COOPERATE',
  aid: 'AID',
  yield: 'YIELD',
  accuse: 'ACCUSE',
  reject: 'REJECT',
  threaten: 'THREATEN',
  protest: 'PROTEST',
  sanction: 'SANCTION',
  mobilize: 'MOBILIZE',
  coerce: 'COERCE',
  assault: 'ASSAULT',
  state: undefined,
} as const satisfies Record<Act, PloverRoot | undefined>;
