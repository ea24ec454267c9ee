import type { PairSummary } from '../../desk/index.ts';
import { useLocale } from './locale-context.tsx';

/** One pair of all that have a record. */
export function PairChoice({ pairs, chosen }: { pairs: readonly PairSummary[]; chosen: string | undefined }) {
  const { t, actor } = useLocale();
  return (
    <label>
      <span class="label">{t('home.pair')}</span>
      <select name="pair">
        {pairs.map(({ pair, a, b }) => (
          <option value={pair} selected={pair === chosen}>
            {actor(a)} – {actor(b)}
          </option>
        ))}
      </select>
    </label>
  );
}
