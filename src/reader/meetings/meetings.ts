import type { Meeting } from '../../model/index.ts';
import type { WithTimes } from '../setting.ts';
import { formatsOf, participantsOf, partiesOf } from './details.ts';
import { encountersIn } from './encounters.ts';
import { hereOf, placeOfMeeting } from './place.ts';
import { RULES } from './rules.ts';
import { type Cluster, selectMeetings } from './select.ts';
import { headlinesOf, type Sentence, sentencesOf, signaturesOf } from './sentence.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** The meetings that the text reports as held, scheduled or cancelled, one each (codebook, section 3). */
export function findMeetings(setting: WithTimes): Meeting[] {
  const vocabulary = vocabularyOf(setting.doc.language);
  const sentences = sentencesOf(setting, vocabulary);
  const told = selectMeetings(setting, sentences.flatMap(encountersIn));
  const clusters = told.some(({ isMain }) => isMain) ? told : [...ofHeadline(setting, vocabulary), ...told];
  const framing = [...signaturesOf(setting, vocabulary), ...headlinesOf(setting, vocabulary)];
  const opening = sentences.filter(({ block }) => block === sentences[0]?.block);
  const here = hereOf(setting, [...framing, ...opening], clusters);
  return clusters.map((cluster) => meetingOf(setting, cluster, sentences, here));
}

/** A speech seldom tells of the meeting it was made at; its headline may. */
function ofHeadline(setting: WithTimes, vocabulary: Vocabulary): Cluster[] {
  if (setting.facts.kind !== 'speech') return [];
  const named = headlinesOf(setting, vocabulary).flatMap(encountersIn);
  return selectMeetings(setting, named).filter(({ isMain, lead }) => isMain && lead.kind !== 'visit');
}

function meetingOf(
  setting: WithTimes,
  cluster: Cluster,
  sentences: readonly Sentence[],
  here: string | undefined,
): Meeting {
  const { lead, date, rule, status } = cluster;
  const parties = partiesOf(setting, lead);
  const place = placeOfMeeting(cluster, here);
  return {
    spans: [setting.doc.spanOf(lead.first, lead.last)],
    formats: formatsOf(cluster, sentences, parties),
    parties,
    participants: participantsOf(setting, cluster, parties),
    ...(date === undefined ? {} : { date }),
    ...(place === undefined ? {} : { place }),
    status,
    rule: `${setting.doc.language}.meeting.${rule}`,
    confidence: RULES[rule].confidence,
  };
}
