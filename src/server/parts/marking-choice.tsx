import type { Marking } from '../../model/index.ts';
import { markingsFor } from '../http/markings.ts';
import { useLocale, useView } from './locale-context.tsx';

/** Who is to see what is being written: of the markings that the writer may give. Nothing where there is but one. */
export function MarkingChoice({ chosen = 'public', name = 'marking' }: { chosen?: Marking; name?: string }) {
  const { t, of } = useLocale();
  const choices = markingsFor(useView().who);
  if (choices.length < 2) return null;
  return (
    <label>
      <span class="label">{t('marking.label')}</span>
      <select name={name}>
        {choices.map((marking) => (
          <option value={marking} selected={marking === chosen}>
            {of('marking', marking)}
          </option>
        ))}
      </select>
    </label>
  );
}
