import type { Doc } from '../../language/index.ts';
import type { Language } from '../../model/index.ts';

/** What people do together: the first letters of verbs behind “we” that take the other side in. */
const JOINT: Readonly<Record<Language, RegExp>> = {
  en: /^(?:agreed|discuss|met|spoke|talked|signed|exchanged|reviewed|decided|concluded|touched|talks|negotiat)/,
  ru: /^(?:договорил|обсуд|встрет|подписал|обменял|рассмотрел|решили|условил|провели|соседи|поговорил)/,
  kk: /^(?:келіс|уағдалас|талқыла|кездес)/,
  ky: /^(?:макулдаш|талкуула|жолук)/,
};

/** How many tokens behind the pronoun the verb may stand. */
const REACH = 6;

/** Whether “we” does what two sides do together. */
export function isJointVerb(doc: Doc, pronoun: number): boolean {
  const pattern = JOINT[doc.language];
  for (let token = pronoun + 1; token <= Math.min(pronoun + REACH, doc.length - 1); token++) {
    const form = doc.form(token).toLowerCase();
    if (/^[.;:!?»”]$/u.test(form)) return false;
    if (pattern.test(form)) return true;
  }
  return false;
}
