import type { Dossier } from '../../desk/index.ts';
import { STATUSES } from '../../desk/index.ts';
import { Drawing } from '../charts/drawing.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { Section } from '../parts/section.tsx';

type ScoreSum = Dossier['scores']['all'];

/** Kept and not kept, by side and by year: bars of statuses with the numbers beside them. */
export function Scores({ scores, drawing }: { scores: Dossier['scores']; drawing: string }) {
  const { t, actor, list } = useLocale();
  if (scores.all.count === 0) return null;
  const bySide = scores.bySide.map((sum) => ({ sum, name: list(sum.key.split('+').map(actor)) }));
  const byYear = scores.byYear.map((sum) => ({ sum, name: sum.key === '' ? t('score.undated') : sum.key }));
  return (
    <Section title={t('dossier.scores')}>
      {drawing === '' ? '' : <Drawing label={t('dossier.scores')} svg={drawing} />}
      <table class="scores">
        <caption class="small quiet">
          {t('score.note')} <a href="/help/codebook#what-becomes-of-a-commitment">{t('score.help')}</a>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('filter.side')}</th>
            <th scope="col">{t('filter.status')}</th>
            <th scope="col" class="number">
              {t('score.mean')}
            </th>
            <th scope="col" class="number">
              {t('score.count')}
            </th>
          </tr>
        </thead>
        {[bySide, byYear].map((rows) => (
          <tbody>
            {rows.map(({ sum, name }) => (
              <ScoreRow sum={sum} name={name} most={Math.max(...rows.map((row) => row.sum.count))} />
            ))}
          </tbody>
        ))}
      </table>
    </Section>
  );
}

function ScoreRow({ sum, name, most }: { sum: ScoreSum; name: string; most: number }) {
  const { number } = useLocale();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <StatusBar sum={sum} most={most} />
      </td>
      <td class="number">{signed(sum.mean, number)}</td>
      <td class="number">{number(sum.count)}</td>
    </tr>
  );
}

function signed(value: number, number: (value: number) => string): string {
  return value > 0 ? `+${number(value)}` : number(value).replace('-', '−');
}

const WIDTH = 160;

/** A bar as long as the number of undertakings, cut into their statuses. */
function StatusBar({ sum: { statuses }, most }: { sum: ScoreSum; most: number }) {
  const { of, number } = useLocale();
  let left = 0;
  return (
    <svg class="status-bar" viewBox={`0 0 ${WIDTH} 14`} role="img" aria-label={statusesInWords(statuses, of, number)}>
      {STATUSES.map((status) => {
        const width = ((statuses[status] ?? 0) / most) * WIDTH;
        if (width === 0) return '';
        const x = left;
        left += width;
        return (
          <rect class={`cell status-${status}`} x={x} y="1" width={Math.max(1, width - 1)} height="12">
            <title>{`${of('status', status)}: ${number(statuses[status] ?? 0)}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}

function statusesInWords(
  statuses: ScoreSum['statuses'],
  of: (prefix: string, value: string) => string,
  number: (value: number) => string,
): string {
  return STATUSES.filter((status) => statuses[status] !== undefined)
    .map((status) => `${of('status', status)} ${number(statuses[status] ?? 0)}`)
    .join(', ');
}
