import type { ShownFinding } from './findings.ts';
import { paragraphsOf, type Segment } from './segments.ts';

/** The text of a document with its findings marked; `data-at` says at which offset a paragraph begins, for permalinks to words. */
export function MarkedText({
  text,
  findings,
  language,
}: {
  text: string;
  findings: readonly ShownFinding[];
  language: string;
}) {
  return (
    <article class="text words" lang={language === 'other' ? undefined : language}>
      {paragraphsOf(text, findings).map(({ start, segments }, index) => (
        <p data-at={String(start)} class={index === 0 ? 'headline' : undefined}>
          {segments.map((segment) => (
            <MarkedSegment segment={segment} />
          ))}
        </p>
      ))}
    </article>
  );
}

function MarkedSegment({ segment: { text, over, begins } }: { segment: Segment }) {
  if (over.length === 0) return <>{text}</>;
  const kinds = [...new Set(over.map(({ kind }) => `k-${kind}`))];
  return (
    <>
      {begins.map(({ anchor }) => (
        <i id={anchor} class="anchor" />
      ))}
      <span class={`f ${kinds.join(' ')}`} data-f={over.map(({ anchor }) => anchor).join(' ')}>
        {text}
      </span>
    </>
  );
}
