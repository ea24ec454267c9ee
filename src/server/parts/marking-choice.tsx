import type { Marking } from '../../model/index.ts';
import { markingsFor } from '../http/markings.ts';
import { useLocale, useView } from './locale-context.tsx';

interface MarkingChoiceProps {
  readonly chosen?: Marking;
  /** What it is stands beside it already, and here only for readers of screens. */
  readonly silent?: boolean;
}

/** Who is to see what is being written: of the markings that the writer may give. Nothing where there is but one. */
export function MarkingChoice({ chosen = 'public', silent = false }: MarkingChoiceProps) {
  const { t, of } = useLocale();
  const choices = markingsFor(useView().who);
  if (choices.length < 2) return null;
  return (
    <label>
      <span class={silent ? 'visually-hidden' : 'label'}>{t('marking.label')}</span>
      <select name="marking">
        {choices.map((marking) => (
          <option value={marking} selected={marking === chosen}>
            {of('marking', marking)}
          </option>
        ))}
      </select>
    </label>
  );
}
