import type { CommitmentRecord } from '../../desk/index.ts';
import { AREAS } from '../../model/index.ts';
import { useLocale } from '../parts/locale-context.tsx';

type Mention = CommitmentRecord['mentions'][number];

/** The fields of a commitment that a person may give or change. */
export function CommitmentFields({ mention }: { mention?: Mention }) {
  const { t, of } = useLocale();
  return (
    <>
      <label>
        <span class="label">{t('field.parties')}</span>
        <input type="text" name="parties" required value={mention?.parties.join(' ')} placeholder="KAZ KGZ" />
      </label>
      <label>
        <span class="label">{t('field.areas')}</span>
        <select name="areas" multiple size={4} required>
          {AREAS.map((area) => (
            <option value={area} selected={mention?.areas.includes(area)}>
              {of('area', area)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="label">{t('field.strength')}</span>
        <select name="strength">
          {[1, 2, 3, 4, 5].map((strength) => (
            <option value={String(strength)} selected={strength === (mention?.strength ?? 3)}>
              {of('strength', String(strength))}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="label">{t('field.deadline')}</span>
        <input type="text" name="deadline" value={mention?.deadline} placeholder="2027-12-31" pattern="[\d.\/\-]*" />
      </label>
    </>
  );
}
