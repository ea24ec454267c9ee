import { attach, type Draft } from '../draft.ts';
import { PARTICIPLE } from './forms.ts';
import { hasChildBefore } from './look.ts';

/** «Лидеры отметили *успех*»: of two subjects of an active verb the one behind it is its object. */
export function mendSecondSubject(draft: Draft, token: number): void {
  const { relations, heads, upos, doc } = draft;
  const verb = heads[token]!;
  if (doc.language !== 'ru' || relations[token] !== 'nsubj' || verb < 0 || verb > token || upos[verb] !== 'VERB')
    return;
  if (
    doc.deprel(token).endsWith(':pass') ||
    draft.mended.get(verb) === PARTICIPLE ||
    doc.feature(verb, 'Voice') === 'Pass'
  )
    return;
  if (hasChildBefore(draft, verb, ['nsubj'])) relations[token] = 'obj';
}

/** “*trade* rose by a fifth”: a noun taken for part of its verb's name. */
export function mendCompoundSubject(draft: Draft, token: number): void {
  const { relations, heads, upos, doc } = draft;
  const verb = heads[token]!;
  const isNoun = upos[token] === 'NOUN' || upos[token] === 'PROPN';
  if (relations[token] !== 'compound' || !isNoun || verb < token || upos[verb] !== 'VERB') return;
  const form = doc.feature(verb, 'VerbForm');
  const hasFiniteForm = form === 'Fin' || (form === undefined && doc.feature(verb, 'Tense') === 'Past');
  if (hasFiniteForm && !hasChildBefore(draft, verb, ['nsubj'])) relations[token] = 'nsubj';
}

/** “The *Sides* shall, within a year, conclude …”: what was hung on the auxiliary belongs to its verb. */
export function mendAuxiliaryChild(draft: Draft, token: number): void {
  const { relations, heads, upos } = draft;
  const auxiliary = heads[token]!;
  if (auxiliary < 0 || upos[auxiliary] !== 'AUX' || relations[auxiliary] !== 'aux') return;
  attach(draft, token, heads[auxiliary]!, relations[token]!);
}

/** «вручило *послу* ноту»: a noun taken for a predicative, with the verb's object below it. */
export function mendRecipient(draft: Draft, token: number): void {
  const { relations, heads, upos, doc } = draft;
  const noun = heads[token]!;
  if (doc.language !== 'ru' || relations[token] !== 'obj' || noun < 0 || noun > token) return;
  if (upos[noun] !== 'NOUN' || relations[noun] !== 'xcomp') return;
  attach(draft, token, heads[noun]!, 'obj');
  relations[noun] = 'iobj';
}
