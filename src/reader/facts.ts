import type { WithBlocks, WithFacts } from './setting.ts';

/** What the document says of itself (codebook, section 1). */
export function findFacts(setting: WithBlocks): WithFacts {
  const { document, doc } = setting;
  return { ...setting, facts: { id: document.id, kind: 'report', language: doc.language } };
}
