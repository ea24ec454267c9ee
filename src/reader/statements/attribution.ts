import type { ActorId } from '../../model/index.ts';
import { phraseAt } from '../clauses/index.ts';
import type { Sentences } from './context.ts';

/** How far behind “according to” the person is looked for. */
const REACH = 8;

/** “According to the Minister, …”, «по словам президента»: whose view the sentence gives. */
export function attributedSpeaker(context: Sentences, token: number): ActorId | undefined {
  const { attributions, tree } = context;
  const sentence = tree.doc.sentenceOf(token);
  if (!attributions.has(sentence)) attributions.set(sentence, speakerNamedIn(context, sentence));
  return attributions.get(sentence);
}

function speakerNamedIn({ tree, words, setting }: Sentences, sentence: number): ActorId | undefined {
  const [first, end] = tree.doc.sentenceRange(sentence);
  for (let at = first; at < end; at++) {
    const hit = phraseAt(tree, words.phrases.attributions, at, end);
    if (hit === undefined) continue;
    for (let behind = at + 1; behind < Math.min(end, hit.end + REACH); behind++) {
      const mention = setting.mentionAt(behind);
      if (mention !== undefined) return mention.actors[0];
      if (tree.form(behind) === ',') break;
    }
  }
  return undefined;
}
