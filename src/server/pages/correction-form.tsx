import type { Mention } from '../../desk/index.ts';
import { AREAS, PROGRESS_KINDS } from '../../model/index.ts';
import { useLocale } from '../parts/locale-context.tsx';
import { CommitmentFields } from './commitment-fields.tsx';

type Of<K extends Mention['kind']> = Extract<Mention, { kind: K }>;

/** The fields by which a person corrects a finding: those of its kind. */
export function CorrectionFields({ mention }: { mention: Mention }) {
  if (mention.kind === 'commitment') return <CommitmentFields mention={mention} />;
  if (mention.kind === 'meeting') return <MeetingFields mention={mention} />;
  return mention.kind === 'progress' ? <ProgressFields mention={mention} /> : <InstrumentFields mention={mention} />;
}

function MeetingFields({ mention }: { mention: Of<'meeting'> }) {
  const { t, of } = useLocale();
  return (
    <>
      <PartiesField parties={mention.parties} />
      <TimeField when={mention.when} />
      <label>
        <span class="label">{t('field.status')}</span>
        <select name="status">
          {(['held', 'scheduled', 'cancelled'] as const).map((status) => (
            <option value={status} selected={status === mention.status}>
              {of('meeting', status)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

function ProgressFields({ mention }: { mention: Of<'progress'> }) {
  const { t, of } = useLocale();
  return (
    <>
      <label>
        <span class="label">{t('field.kind')}</span>
        <select name="progress">
          {PROGRESS_KINDS.map((kind) => (
            <option value={kind} selected={kind === mention.progress}>
              {of('progress', kind)}
            </option>
          ))}
        </select>
      </label>
      <AreasField areas={mention.areas} />
      <TimeField when={mention.when} />
    </>
  );
}

function InstrumentFields({ mention }: { mention: Of<'instrument'> }) {
  return (
    <>
      <PartiesField parties={mention.parties} />
      <AreasField areas={mention.areas} />
      <TimeField when={mention.when} />
    </>
  );
}

function PartiesField({ parties }: { parties: readonly string[] }) {
  return (
    <label>
      <span class="label">{useLocale().t('field.parties')}</span>
      <input type="text" name="parties" required value={parties.join(' ')} />
    </label>
  );
}

function AreasField({ areas }: { areas: readonly string[] }) {
  const { t, of } = useLocale();
  return (
    <label>
      <span class="label">{t('field.areas')}</span>
      <select name="areas" multiple size={4}>
        {AREAS.map((area) => (
          <option value={area} selected={areas.includes(area)}>
            {of('area', area)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A day, or an interval with a stroke between its days. */
function TimeField({ when }: { when: string | undefined }) {
  return (
    <label>
      <span class="label">{useLocale().t('field.date')}</span>
      <input type="text" name="when" value={when} placeholder="2027-12-31" pattern="[\d.\/\-]*" />
    </label>
  );
}
