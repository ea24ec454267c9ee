import { type CommitmentRecord, type SidesComparison, toldOf } from '../../desk/index.ts';
import { documentHref, sourceHref } from '../hrefs.ts';
import { useLocale } from '../parts/locale-context.tsx';
import { StrengthMark } from '../parts/marks.tsx';
import { AreaTag, AreaTags, Parties } from '../parts/names.tsx';
import { Scroll } from '../parts/section.tsx';

type Mention = CommitmentRecord['mentions'][number];
type Shared = SidesComparison['both'][number];

/** Two accounts in two columns: what both tell stands in one row, what one leaves out faces an empty field. */
export function ComparisonTable({ comparison }: { comparison: SidesComparison }) {
  const { t } = useLocale();
  const { a, b, both, onlyA, onlyB, unsure } = comparison;
  return (
    <Scroll label={t('meeting.accounts')}>
      <table class="accounts">
        <thead>
          <tr>
            <th scope="col">
              <AccountHead document={a} />
            </th>
            <th scope="col">
              <AccountHead document={b} />
            </th>
          </tr>
        </thead>
        <Group label={t('meeting.both')} mark="=" rows={both} />
        <Group label={t('meeting.perhaps')} mark="≈" rows={unsure} />
        <Group
          label={t('meeting.onlyOne')}
          mark="≠"
          rows={[...onlyA.map((one) => ({ a: one })), ...onlyB.map((one) => ({ b: one }))]}
        />
      </table>
      <AreaWeights areas={comparison.areas} />
    </Scroll>
  );
}

function AccountHead({ document }: { document: SidesComparison['a'] }) {
  const { actor, day } = useLocale();
  const { id, side, publisher, publishedAt, title } = document;
  return (
    <>
      {side === undefined ? '' : <span class="label">{actor(side)}</span>}
      <a href={documentHref(id)} class="words">
        {title ?? publisher ?? id}
      </a>
      <span class="quiet small">
        {[publisher, publishedAt === undefined ? undefined : day(publishedAt)]
          .filter((part) => part !== undefined)
          .join(', ')}
      </span>
    </>
  );
}

interface Row {
  readonly a?: Mention | undefined;
  readonly b?: Mention | undefined;
  readonly differences?: Shared['differences'];
}

function Group({ label, mark, rows }: { label: string; mark: string; rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <tbody>
      <tr class="group">
        <th colspan={2} scope="rowgroup">
          <span class="group-mark" aria-hidden="true">
            {mark}
          </span>{' '}
          {label}
        </th>
      </tr>
      {rows.map((row) => (
        <>
          <tr>
            <Account mention={row.a} />
            <Account mention={row.b} />
          </tr>
          {row.differences === undefined || row.differences.length === 0 ? (
            ''
          ) : (
            <Differences row={row} differences={row.differences} />
          )}
        </>
      ))}
    </tbody>
  );
}

function Account({ mention }: { mention: Mention | undefined }) {
  const { t } = useLocale();
  if (mention === undefined) return <td class="silent">{t('meeting.silent')}</td>;
  return (
    <td>
      <a href={sourceHref(mention)} class="words">
        {mention.words}
      </a>
      <p class="meta">
        <Parties actors={mention.parties} />
        <AreaTags areas={mention.areas} />
        <StrengthMark strength={mention.strength} />
      </p>
    </td>
  );
}

function Differences({ row, differences }: { row: Row; differences: Shared['differences'] }) {
  const locale = useLocale();
  const { of, t } = locale;
  const told = (mention: Mention | undefined, field: Shared['differences'][number]['field']): string =>
    (mention === undefined ? undefined : toldOf(field, mention, locale)) ?? t('meeting.unsaid');
  return (
    <tr class="differences">
      <td colspan={2}>
        {differences.map(({ field }) => (
          <span class="difference">
            <span class="label">{of('field', field)}</span> {told(row.a, field)} <span aria-hidden="true">≠</span>{' '}
            {told(row.b, field)}
          </span>
        ))}
      </td>
    </tr>
  );
}

/** Which share of its text each account gave to each area. */
function AreaWeights({ areas }: { areas: SidesComparison['areas'] }) {
  const { t, percent } = useLocale();
  if (areas.length === 0) return null;
  return (
    <details class="weights">
      <summary>{t('meeting.weights')}</summary>
      <table>
        <tbody>
          {areas.map(({ area, a, b }) => (
            <tr>
              <td class="number">{a === undefined ? '–' : percent(a.share)}</td>
              <th scope="row">
                <AreaTag area={area} />
              </th>
              <td class="number">{b === undefined ? '–' : percent(b.share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
