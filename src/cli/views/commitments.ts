import type { Dossier } from '../../desk/index.ts';
import { colours as c } from '../output.ts';

/** The commitments of a pair for people, one by one with their words and source. */
export function viewCommitments(commitments: Dossier['commitments']): string {
  if (commitments.length === 0) return 'no commitments';
  return commitments.map(viewCommitment).join('\n\n');
}

function viewCommitment({ id, date, item, words, document }: Dossier['commitments'][number]): string {
  const { parties, areas, strength, deadline } = item;
  const facts = [date ?? 'day unknown', c.cyan(parties.join(', ')), c.yellow(areas.join(', ')), `strength ${strength}`];
  if (deadline !== undefined) facts.push(`by ${deadline}`);
  const source = [document.publisher, document.title].filter((part) => part !== undefined).join(': ');
  return [
    facts.filter((fact) => fact !== '').join(' · '),
    `  ${c.italic(`“${words.replaceAll(/\s+/g, ' ')}”`)}`,
    c.dim(`  ${source} · ${id}`),
  ].join('\n');
}
