import type { Meeting } from '../../model/index.ts';
import type { WithTimes } from '../setting.ts';
import { formatsOf, participantsOf, partiesOf, placeOfMeeting } from './details.ts';
import { encountersIn } from './encounters.ts';
import { RULES } from './rules.ts';
import { type Cluster, selectMeetings } from './select.ts';
import { type Sentence, sentencesOf } from './sentence.ts';
import { vocabularyOf } from './vocabulary.ts';

/** The meetings that the text reports as held, scheduled or cancelled, one each (codebook, section 3). */
export function findMeetings(setting: WithTimes): Meeting[] {
  const sentences = sentencesOf(setting, vocabularyOf(setting.doc.language));
  const clusters = selectMeetings(setting, sentences.flatMap(encountersIn));
  return clusters.map((cluster) => meetingOf(setting, cluster, sentences));
}

function meetingOf(setting: WithTimes, cluster: Cluster, sentences: readonly Sentence[]): Meeting {
  const { lead, date, rule, status } = cluster;
  const parties = partiesOf(setting, lead);
  const place = placeOfMeeting(setting, cluster);
  return {
    spans: [setting.doc.spanOf(lead.first, lead.last)],
    formats: formatsOf(cluster, sentences, parties),
    parties,
    participants: participantsOf(setting, lead, parties),
    ...(date === undefined ? {} : { date }),
    ...(place === undefined ? {} : { place }),
    status,
    rule: `${setting.doc.language}.meeting.${rule}`,
    confidence: RULES[rule].confidence,
  };
}
