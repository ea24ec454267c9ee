import { recordAsOf } from '../record/as-of.ts';
import type { LedgerRecord } from '../record/types.ts';
import { agendaSection } from './agenda-section.ts';
import { keptSection, numbersSection, openSections, overdueSection } from './commitment-sections.ts';
import { differencesSection, documentsSection, relationsSection } from './other-sections.ts';
import type { Brief, BriefOptions } from './types.ts';
import { viewOf } from './view.ts';

/**
 * The brief for the next talks of some states, in the language of `words`: what is late and what to ask come first, every line has its
 * source. Sections without lines are left out.
 */
export function briefOf(record: LedgerRecord, options: BriefOptions): Brief {
  const { words, ...asked } = options;
  const view = viewOf(recordAsOf(record, asked.asOf), options);
  const sections = [
    relationsSection(view),
    overdueSection(view),
    agendaSection(view),
    ...openSections(view),
    keptSection(view),
    numbersSection(view),
    documentsSection(view),
    differencesSection(view),
  ];
  const states = asked.states.map(words.actor).join(' – ');
  return {
    title: words.t('brief.heading', { states, date: words.when(asked.asOf) }),
    language: words.language,
    ...asked,
    sections: sections.filter(({ groups }) => groups.some(({ lines }) => lines.length > 0)),
  };
}
