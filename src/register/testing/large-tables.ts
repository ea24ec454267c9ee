/** Tables that a large register keeps large: no query may go through all their rows. */
export const LARGE_TABLES: readonly string[] = [
  'documents',
  'readings',
  'entries',
  'lemmas',
  'search_index',
  'findings',
  'finding_pairs',
  'finding_areas',
  'finding_blocks',
  'document_blocks',
  'document_pairs',
  'document_actors',
  'links',
];
