/** Who may see a document or a note: everybody, those of the expanded talks, or those of the narrow talks alone. Each sees what stands before its own as well. */
export const MARKINGS = ['public', 'delegation', 'principals'] as const;

export type Marking = (typeof MARKINGS)[number];
