import { CommitmentFields } from '../pages/commitment-fields.tsx';
import { useLocale } from '../parts/locale-context.tsx';

/** The form that shows when words of the text are selected: a link to them, and a commitment that the reader missed. */
export function AddFindingForm({ document }: { document: string }) {
  const { t } = useLocale();
  return (
    <form method="post" action="/decisions" class="add-finding" id="add-finding" hidden>
      <p class="label">{t('document.selected')}</p>
      <p class="words selected-words" />
      <p>
        <a class="selected-link" href={`/documents/${document}`}>
          {t('document.permalink')}
        </a>
      </p>
      <input type="hidden" name="kind" value="add-commitment" />
      <input type="hidden" name="subject" value={document} />
      <input type="hidden" name="back" value={`/documents/${document}`} />
      <input type="hidden" name="start" value="" />
      <input type="hidden" name="end" value="" />
      <input type="hidden" name="words" value="" />
      <details>
        <summary>{t('document.addCommitment')}</summary>
        <div class="filters">
          <CommitmentFields />
          <button type="submit">{t('document.add')}</button>
        </div>
      </details>
    </form>
  );
}
