import { type Dossier, STATUSES, type Status } from '../../desk/index.ts';
import { drawn } from './plot.ts';

/** The colour of each status, as `readout.css` has it. */
const COLOURS = {
  open: 'var(--bar-open)',
  'in-progress': 'var(--moving)',
  fulfilled: 'var(--kept)',
  partly: 'var(--bar-partly)',
  delayed: 'var(--late)',
  failed: 'var(--broken)',
  abandoned: 'var(--broken)',
  superseded: 'var(--bar-open)',
  lapsed: 'var(--waiting)',
} as const satisfies Record<Status, string>;

/** Undertakings by the year they were made in and what became of them, as SVG; empty where there are less than two years. */
export async function yearsChart({ byYear }: Dossier['scores']): Promise<string> {
  const rows = byYear
    .filter(({ key }) => key !== '')
    .flatMap(({ key, statuses }) => STATUSES.map((status) => ({ year: key, status, count: statuses[status] ?? 0 })))
    .filter(({ count }) => count > 0);
  if (new Set(rows.map(({ year }) => year)).size < 2) return '';
  return drawn(({ barY, ruleY }) => ({
    width: 460,
    height: 170,
    marginLeft: 30,
    x: { type: 'band', label: null, padding: 0.35 },
    y: { grid: true, label: null, ticks: 4 },
    color: { domain: [...STATUSES], range: STATUSES.map((status) => COLOURS[status]) },
    marks: [barY(rows, { x: 'year', y: 'count', fill: 'status', order: [...STATUSES] }), ruleY([0])],
  }));
}
