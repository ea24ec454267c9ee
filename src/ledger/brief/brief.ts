import { recordAsOf } from '../record/as-of.ts';
import type { LedgerRecord } from '../record/types.ts';
import { keptSection, numbersSection, openSections, overdueSection } from './commitment-sections.ts';
import { agendaSection, differencesSection, documentsSection, relationsSection } from './other-sections.ts';
import type { Brief, BriefOptions } from './types.ts';
import { dayText, namesOf, viewOf } from './view.ts';

/** The brief for the next talks of some states: at most four pages, every line with its source. Sections without lines are left out. */
export function briefOf(record: LedgerRecord, options: BriefOptions): Brief {
  const view = viewOf(recordAsOf(record, options.asOf), options);
  const sections = [
    relationsSection(view),
    overdueSection(view),
    ...openSections(view),
    keptSection(view),
    numbersSection(view),
    documentsSection(view),
    differencesSection(view),
    agendaSection(view),
  ];
  return {
    title: `${namesOf(options.states)}: brief as of ${dayText(options.asOf)}`,
    ...options,
    sections: sections.filter(({ groups }) => groups.some(({ lines }) => lines.length > 0)),
  };
}
