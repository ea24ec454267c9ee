import type { Draft } from '../draft.ts';
import { mendCoordination } from './coordination.ts';
import { mendForm } from './forms.ts';
import { mendAuxiliary, mendFiniteVerb, mendHiddenVerb } from './hidden-verbs.ts';
import { mendLemma, mendNounLemma } from './lemmas.ts';
import { mendAdverb, mendInvitee, mendListedVerb, mendObject, mendRepeatedPreposition, mendSequel } from './lists.ts';
import type { MendingWords } from './mending-words.ts';
import { mendNumber } from './numbers.ts';
import { mendChto, mendReduced, mendRemark, mendReport, mendThat } from './reports.ts';
import { mendAuxiliaryChild, mendCompoundSubject, mendRecipient, mendSecondSubject } from './subjects.ts';
import { mendThatList } from './that-lists.ts';

export type { FormWords, MendingWords } from './mending-words.ts';

/**
 * Mends what parsers get wrong in lists of undertakings and in reports, where the words leave no doubt:
 * verbs tagged as nouns in a list of infinitives, bare infinitives coordinated with the finite verb that governs the list,
 * verbs coordinated with nouns, and a report behind what it reports.
 */
export function mend(draft: Draft, words: MendingWords): void {
  for (let sentence = 0; sentence < draft.doc.sentenceCount; sentence++) {
    const [first, end] = draft.doc.sentenceRange(sentence);
    mendNumber(draft, first, end);
    for (let token = first; token < end; token++) {
      mendForm(draft, words, token, end);
      mendAdverb(draft, token);
      mendListedVerb(draft, words, token, first);
      mendInvitee(draft, token);
      mendAuxiliaryChild(draft, token);
      mendSecondSubject(draft, token);
      mendRecipient(draft, token);
      mendCompoundSubject(draft, token);
      mendLemma(draft, words, token);
      mendNounLemma(draft, words, token);
      mendFiniteVerb(draft, token);
      mendHiddenVerb(draft, words, token, first);
      mendThat(draft, words, token);
      mendChto(draft, words, token);
      mendReduced(draft, words, token, first);
      mendRemark(draft, words, token, first);
    }
    for (let token = first; token < end; token++) {
      mendAuxiliary(draft, words, token, end);
      mendSequel(draft, words, token, first);
      mendCoordination(draft, words, token, first);
      mendRepeatedPreposition(draft, token);
      mendObject(draft, token);
    }
    mendThatList(draft, words, first, end);
    mendReport(draft, words, first, end);
  }
}
