import type { DocumentView, Finding } from '../../desk/index.ts';
import type { ActorMention, Span, Statement } from '../../model/index.ts';
import { anchorOf } from '../hrefs.ts';

/** The kinds of findings that a page shows as layers, from the weightiest to the lightest. */
export const LAYERS = ['commitment', 'progress', 'instrument', 'meeting', 'statement', 'mention'] as const;

/** One finding of a document, ready to be marked in its text and listed beside it. */
export type ShownFinding = {
  readonly anchor: string;
  readonly spans: readonly Span[];
} & (
  | { readonly kind: Finding['kind']; readonly finding: Finding }
  | { readonly kind: 'statement'; readonly statement: Statement }
  | { readonly kind: 'mention'; readonly mention: ActorMention }
);

/** All findings of a document in the order of its text. Echoes of undertakings are left out: they say nothing that the text does not. */
export function shownFindings({ findings, reading }: DocumentView): ShownFinding[] {
  const filed = findings
    .filter(({ mention }) => mention.kind !== 'progress' || mention.echo !== true)
    .map(
      (finding): ShownFinding => ({
        anchor: anchorOf(finding.id),
        spans: finding.item.spans,
        kind: finding.kind,
        finding,
      }),
    );
  const statements = reading.statements.map(
    (statement): ShownFinding => ({
      anchor: anchorAt('s', statement.spans),
      spans: statement.spans,
      kind: 'statement',
      statement,
    }),
  );
  const mentions = reading.actorMentions.map(
    (mention, index): ShownFinding => ({
      anchor: `${anchorAt('a', mention.spans)}-${index}`,
      spans: mention.spans,
      kind: 'mention',
      mention,
    }),
  );
  return [...filed, ...statements, ...mentions].sort(byPlace);
}

function anchorAt(letter: string, spans: readonly Span[]): string {
  return `${letter}${spans[0]?.[0] ?? 0}-${spans.at(-1)?.[1] ?? 0}`;
}

function byPlace(a: ShownFinding, b: ShownFinding): number {
  const [x, y] = [a.spans[0]?.[0] ?? 0, b.spans[0]?.[0] ?? 0];
  return x - y || LAYERS.indexOf(a.kind) - LAYERS.indexOf(b.kind);
}
