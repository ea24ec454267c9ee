import type { Dossier } from '../../desk/index.ts';
import { colours as c } from '../output.ts';

/** The commitments of a pair for people, one by one with status, words and sources. */
export function viewCommitments({ commitments, documents, asOf }: Dossier): string {
  if (commitments.length === 0) return 'no commitments';
  const sourceOf = sources(documents);
  const items = commitments.map((view) => viewCommitment(view, sourceOf));
  return [...items, c.dim(`${commitments.length} commitments, as of ${asOf}`)].join('\n\n');
}

function viewCommitment(
  { record, status }: Dossier['commitments'][number],
  sourceOf: (document: string) => string,
): string {
  const { mentions, parties, areas, deadlines, evidence } = record;
  const [first] = mentions;
  const deadline = deadlines.at(-1)?.value;
  const facts = [
    first?.date ?? 'day unknown',
    c.cyan(parties.join(', ')),
    c.yellow(areas.join(', ')),
    c.bold(status === undefined ? '' : `${status.status} since ${status.since}`),
    deadline === undefined ? '' : `by ${deadline}`,
  ];
  return [
    facts.filter((fact) => fact !== '').join(' · '),
    ...mentions.map(({ words, document }) => line('', words, sourceOf(document))),
    ...evidence.map(({ kind, mention }) => line(`${kind}: `, mention.words, sourceOf(mention.document))),
    c.dim(`  ${record.id}`),
  ].join('\n');
}

function line(label: string, words: string, source: string): string {
  return `  ${label}${c.italic(`“${words.replaceAll(/\s+/g, ' ')}”`)} ${c.dim(source)}`;
}

function sources(documents: Dossier['documents']): (document: string) => string {
  const byId = new Map(
    documents.map(({ id, publisher, publishedAt }) => [id, [publisher, publishedAt].filter(Boolean).join(', ')]),
  );
  return (document) => byId.get(document) ?? document;
}
