import type { DocumentKind } from '../../model/index.ts';
import type { WithBlocks } from '../setting.ts';
import { type FactCues, factCues } from './cues.ts';

/** What the decision looks at. */
interface Look {
  readonly cues: FactCues;
  readonly headline: string;
  readonly lead: string;
  readonly body: string;
  readonly whole: string;
  readonly questions: number;
  readonly official: boolean;
}

/** The document's kind: by its title and form; what is neither is a readout where its opening tells of a meeting, else a report. */
export function kindOf(setting: WithBlocks, official: boolean): DocumentKind {
  const look = lookAt(setting, official);
  const { cues, headline } = look;
  const begins = (list: readonly string[]): boolean => list.some((cue) => headline.startsWith(cue));
  if (look.questions >= 2 || begins(cues.interview)) return 'interview';
  if (isJoint(look)) return 'joint-statement';
  if (begins(cues.speech) && (isInFirstPerson(look) || !tellsOfMeeting(headline, cues))) return 'speech';
  if (begins(cues.treaty) && cues.article.some((cue) => look.whole.includes(cue))) return 'treaty';
  if (isInFirstPerson(look)) return 'speech';
  const told = official ? tellsOfMeeting(`${headline} ${look.lead}`, cues) : tellsOfMeeting(headline, cues);
  return told ? 'readout' : 'report';
}

function lookAt({ blocks, doc }: WithBlocks, official: boolean): Look {
  const textOf = (kind: string): string[] =>
    blocks.filter((block) => block.kind === kind).map(({ span }) => doc.text.slice(...span).toLowerCase());
  const paragraphs = textOf('paragraph');
  return {
    cues: factCues(doc.language),
    headline: textOf('headline')[0] ?? '',
    lead: firstSentence(paragraphs[0] ?? ''),
    body: paragraphs.join('\n'),
    whole: doc.text.toLowerCase(),
    questions: blocks.filter(({ kind }) => kind === 'question').length,
    official,
  };
}

function firstSentence(paragraph: string): string {
  return /^.{40,}?[.!?](?=\s|$)/su.exec(paragraph)?.[0] ?? paragraph;
}

/** The title is that of the text itself, not a report on its adoption: the words open it, or end it behind the parties. */
function isJoint({ cues, headline }: Look): boolean {
  return cues.joint.some(
    (cue) =>
      headline.startsWith(cue) ||
      // «Ташкентское заявление министров …»
      new RegExp(`^[\\p{L}-]+(?:ое|ая) ${cue}(?=\\s|$)`, 'u').test(headline) ||
      (new RegExp(`^[\\p{L}’' –-]{0,60}${cue}(?:\\s(?:on|of|by)\\s|$)`, 'u').test(headline) &&
        !/ (?:adopt|sign|issue|приняли|подписали)/u.test(headline)),
  );
}

/** How much of a text outside quotations must be first persons for it to be somebody's own words: one word in so many. */
const FIRST_PERSON_SHARE = 60;

function isInFirstPerson({ cues, body }: Look): boolean {
  const plain = body.replace(/[«“"][^»”"]*[»”"]|&laquo;.*?&raquo;/gsu, ' ').replace(/^[–—-] .*$/gmu, ' ');
  const words = plain.match(/[\p{L}’']+/gu) ?? [];
  const first = words.filter((word) => cues.firstPerson.includes(word)).length;
  return first >= 4 && first * FIRST_PERSON_SHARE >= words.length;
}

function tellsOfMeeting(text: string, { meeting }: FactCues): boolean {
  const words: readonly string[] = text.match(/[\p{L}’'-]+/gu) ?? [];
  return meeting.some((cue) =>
    /^[a-z ]+$/.test(cue)
      ? words.includes(cue) || (cue.includes(' ') && text.includes(cue))
      : words.some((word) => word.startsWith(cue)),
  );
}
