import { type LedgerEntry, type Link, linksOf, type Mention } from '../ledger/index.ts';
import type { FindLinks } from '../register/index.ts';

/** The links of a document to its neighbours, by the ledger; each mention is compared with those that share a block with it. */
export const findLinks: FindLinks = ({ entry, document, findings }, { documents, mentions }) => {
  const texts = new Map(documents.map(({ entry: { id }, text }) => [id, text]));
  const textOf = (id: string): string | undefined => (id === document.id ? document.text : texts.get(id));
  const neighbours = documents.map((neighbour) => neighbour.entry);
  const ofDocument = linksOf(without(entry), { documents: neighbours, mentions: [] }, textOf);
  const ofFindings = findings.flatMap(({ mention }) =>
    linksOf(only(entry, mention), { documents: [], mentions: mentions.get(mention.id) ?? [] }),
  );
  return distinct([...ofDocument, ...ofFindings]);
};

/** The entry with no mentions. */
function without(entry: LedgerEntry): LedgerEntry {
  return { ...entry, meetings: [], commitments: [], progress: [], instruments: [] };
}

/** The entry with one mention. */
function only(entry: LedgerEntry, mention: Mention): LedgerEntry {
  const bare = without(entry);
  if (mention.kind === 'meeting') return { ...bare, meetings: [mention] };
  if (mention.kind === 'commitment') return { ...bare, commitments: [mention] };
  if (mention.kind === 'progress') return { ...bare, progress: [mention] };
  return { ...bare, instruments: [mention] };
}

/** Two mentions of one document meet twice, once from each end. */
function distinct(links: readonly Link[]): Link[] {
  return [...new Map(links.map((link) => [`${link.kind} ${link.a} ${link.b}`, link])).values()];
}
