import type { Child } from 'hono/jsx';
import type { DocumentSummary, Mention, ReviewItem, TextAround } from '../../desk/index.ts';
import { reasonWords } from '../locale/reasons.ts';
import { useLocale } from '../parts/locale-context.tsx';
import { StrengthMark } from '../parts/marks.tsx';
import { AreaTags, Parties, Source } from '../parts/names.tsx';
import { CorrectionFields } from './correction-form.tsx';
import { Marked } from './search.tsx';

/** The words of a finding within the text around them. */
export interface Excerpt {
  /** Absent where a whole document is asked about. */
  readonly mention: Mention | undefined;
  readonly around: TextAround | undefined;
}

interface CardProps {
  readonly item: ReviewItem;
  readonly excerpts: readonly Excerpt[];
  readonly pair: string;
  readonly at: number;
  readonly last: number;
}

/** The item that is worked on: the question, the text, and the answers with their keys. */
export function ItemCard({ item, excerpts, pair, at, last }: CardProps) {
  const { t, of, percent } = useLocale();
  const confidence = item.kind === 'finding' ? item.mention.confidence : item.link.score;
  return (
    <article class="review-card">
      <p class="label">
        {item.kind === 'finding' ? of('kind', item.mention.kind) : of('link', item.link.kind)} · {percent(confidence)}
      </p>
      <h2>{item.kind === 'finding' ? t('review.isItRight') : of('reviewQuestion', item.link.kind)}</h2>
      {excerpts.map(({ mention, around }, index) => (
        <ExcerptText excerpt={{ mention, around }}>
          {mention === undefined ? '' : <Edit mention={mention} pair={pair} at={at} first={index === 0} />}
        </ExcerptText>
      ))}
      {item.kind === 'link' ? <Reasons reasons={item.link.reasons} /> : ''}
      <form method="post" action="/review/decide" class="answers">
        <Where pair={pair} at={at} />
        {item.kind === 'finding' ? <FindingAnswers item={item} /> : <LinkAnswers item={item} />}
        <Move pair={pair} at={at} last={last} />
      </form>
    </article>
  );
}

function Reasons({ reasons }: { reasons: readonly string[] }) {
  const locale = useLocale();
  const told = reasonWords(reasons, locale);
  return (
    <p class="meta">
      {told.for.length === 0 ? '' : `${locale.t('review.reasons')}: ${told.for.join(', ')}. `}
      {told.against.length === 0 ? '' : `${locale.t('review.against')}: ${told.against.join(', ')}.`}
    </p>
  );
}

function Where({ pair, at }: { pair: string; at: number }) {
  return (
    <>
      <input type="hidden" name="pair" value={pair} />
      <input type="hidden" name="at" value={String(at)} />
    </>
  );
}

/** The form to correct a finding; the key is that of the first. */
function Edit({ mention, pair, at, first }: { mention: Mention; pair: string; at: number; first: boolean }) {
  const { t } = useLocale();
  return (
    <details class="edit">
      <summary data-key={first ? 'e' : undefined}>
        {t('review.edit')} {first ? <kbd>e</kbd> : ''}
      </summary>
      <form method="post" action="/review/decide" class="filters">
        <Where pair={pair} at={at} />
        <input type="hidden" name="kind" value="correct" />
        <input type="hidden" name="subject" value={mention.id} />
        <CorrectionFields mention={mention} />
        <button type="submit">{t('review.save')}</button>
      </form>
    </details>
  );
}

function ExcerptText({ excerpt: { mention, around }, children }: { excerpt: Excerpt; children?: Child }) {
  return (
    <div class="excerpt">
      <p class="words text-excerpt" lang={around?.document.language}>
        {around === undefined ? mention?.words : <Marked text={around.text} marks={around.marks} />}
      </p>
      {mention === undefined ? (
        <p class="meta">{around?.document.publisher}</p>
      ) : (
        <MentionFacts mention={mention} document={around?.document} />
      )}
      {children}
    </div>
  );
}

function MentionFacts({ mention, document }: { mention: Mention; document: DocumentSummary | undefined }) {
  return (
    <p class="meta">
      <Source document={document} mention={mention} />
      {mention.kind === 'progress' ? '' : <Parties actors={mention.parties} />}
      {mention.kind === 'meeting' ? '' : <AreaTags areas={mention.areas} />}
      {mention.kind === 'commitment' ? <StrengthMark strength={mention.strength} /> : ''}
      <code>{mention.rule}</code>
    </p>
  );
}

function FindingAnswers({ item }: { item: Extract<ReviewItem, { kind: 'finding' }> }) {
  const { t } = useLocale();
  return (
    <>
      <input type="hidden" name="subject" value={item.id} />
      <Answer name="kind" value="accept" key_="a" label={t('review.accept')} />
      <Answer name="kind" value="reject" key_="r" label={t('review.reject')} />
    </>
  );
}

function LinkAnswers({ item: { link } }: { item: Extract<ReviewItem, { kind: 'link' }> }) {
  const { t } = useLocale();
  const [together, apart] = link.kind === 'progress-of' ? ['link', 'unlink'] : ['merge', 'split'];
  return (
    <>
      <input type="hidden" name="subject" value={link.a} />
      <input type="hidden" name="other" value={link.b} />
      <Answer name="kind" value={together} key_="m" label={t('review.same')} />
      <Answer name="kind" value={apart} key_="d" label={t('review.different')} />
    </>
  );
}

function Answer({
  name,
  value,
  key_,
  label,
}: {
  name: string;
  value: string | undefined;
  key_: string;
  label: string;
}) {
  return (
    <button type="submit" name={name} value={value} data-key={key_}>
      {label} <kbd>{key_}</kbd>
    </button>
  );
}

function Move({ pair, at, last }: { pair: string; at: number; last: number }) {
  const { t } = useLocale();
  return (
    <span class="move">
      {at > 0 ? (
        <a href={`/review?pair=${pair}&at=${at - 1}`} data-key="p">
          {t('review.previous')} <kbd>p</kbd>
        </a>
      ) : (
        ''
      )}
      {at < last ? (
        <a href={`/review?pair=${pair}&at=${at + 1}`} data-key="n">
          {t('review.next')} <kbd>n</kbd>
        </a>
      ) : (
        ''
      )}
    </span>
  );
}
