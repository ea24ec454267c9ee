/** Tables whose rows belong to a document by its number. */
export const OF_DOCUMENT = [
  'readings',
  'entries',
  'lemmas',
  'document_actors',
  'document_pairs',
  'document_blocks',
  'findings',
] as const;

/** Tables whose rows belong to a finding by its number. */
export const OF_FINDING = ['finding_pairs', 'finding_areas', 'finding_blocks'] as const;
