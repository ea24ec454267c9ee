import type { Meeting } from '../../model/index.ts';
import type { WithTimes } from '../setting.ts';
import { formatsOf, participantsOf, partiesOf, placeOfMeeting } from './details.ts';
import { encountersIn } from './encounters.ts';
import { RULES } from './rules.ts';
import { type Cluster, selectMeetings } from './select.ts';
import { headlinesOf, type Sentence, sentencesOf } from './sentence.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** The meetings that the text reports as held, scheduled or cancelled, one each (codebook, section 3). */
export function findMeetings(setting: WithTimes): Meeting[] {
  const vocabulary = vocabularyOf(setting.doc.language);
  const sentences = sentencesOf(setting, vocabulary);
  const told = selectMeetings(setting, sentences.flatMap(encountersIn));
  const clusters = told.some(({ isMain }) => isMain) ? told : [...ofHeadline(setting, vocabulary), ...told];
  return clusters.map((cluster) => meetingOf(setting, cluster, sentences));
}

/** A speech seldom tells of the meeting it was made at; its headline may. */
function ofHeadline(setting: WithTimes, vocabulary: Vocabulary): Cluster[] {
  if (setting.facts.kind !== 'speech') return [];
  const named = headlinesOf(setting, vocabulary).flatMap(encountersIn);
  return selectMeetings(setting, named).filter(({ isMain, lead }) => isMain && lead.kind !== 'visit');
}

function meetingOf(setting: WithTimes, cluster: Cluster, sentences: readonly Sentence[]): Meeting {
  const { lead, date, rule, status } = cluster;
  const parties = partiesOf(setting, lead);
  const place = placeOfMeeting(setting, cluster);
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
