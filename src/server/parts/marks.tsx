import type { Status } from '../../desk/index.ts';
import type { Marking } from '../../model/index.ts';
import { useLocale } from './locale-context.tsx';

/** The shape of each status on a field of 16 by 16: told apart without colour. */
const SHAPES = {
  open: 'M8 2.5a5.5 5.5 0 1 0 .01 0Z',
  'in-progress': 'M8 2.5a5.5 5.5 0 1 0 .01 0Z M8 5v3.2l2.4 1.6',
  fulfilled: 'M2.8 8.6l3.4 3.6 7-8',
  partly: 'M8 2.5a5.5 5.5 0 1 0 .01 0Z M8 2.5v11a5.5 5.5 0 0 0 0-11Z',
  delayed: 'M8 2.2 14.2 13.4H1.8Z M8 6.4v3.2 M8 11.2v.6',
  failed: 'M3.4 3.4l9.2 9.2 M12.6 3.4l-9.2 9.2',
  abandoned: 'M8 2.5a5.5 5.5 0 1 0 .01 0Z M4.2 11.8 11.8 4.2',
  superseded: 'M3.5 3.5 8 8l-4.5 4.5 M8.5 3.5 13 8l-4.5 4.5',
  lapsed: 'M2.5 8h11',
} as const satisfies Record<Status, string>;

/** A status as a shape and a word. */
export function StatusMark({ status, plain = false }: { status: Status | undefined; plain?: boolean }) {
  const { of, t } = useLocale();
  if (status === undefined) return <span class="status quiet">{t('status.unknown')}</span>;
  return (
    <span class={`status status-${status}`}>
      <StatusGlyph status={status} />
      <span class={plain ? 'visually-hidden' : ''}>{of('status', status)}</span>
    </span>
  );
}

function StatusGlyph({ status }: { status: Status }) {
  return (
    <svg class={`glyph glyph-${status}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={SHAPES[status]} />
    </svg>
  );
}

/** How firm an undertaking is: five strokes, as many of them full. */
export function StrengthMark({ strength }: { strength: number }) {
  const { of } = useLocale();
  return (
    <span class="strength" title={of('strength', String(strength))}>
      <svg viewBox="0 0 25 12" aria-hidden="true" focusable="false">
        {[1, 2, 3, 4, 5].map((step) => (
          <rect
            x={(step - 1) * 5}
            y={10 - step * 2}
            width="3.4"
            height={2 + step * 2}
            class={step <= strength ? 'full' : ''}
          />
        ))}
      </svg>
      <span>{of('strength', String(strength))}</span>
    </span>
  );
}

/** Who may see something, as a tag: dashed, outlined or filled, so that the three are told apart without colour. */
export function MarkingMark({ marking }: { marking: Marking }) {
  const { of } = useLocale();
  return (
    <span class={`marking marking-${marking}`} title={of('marking', `who.${marking}`)}>
      {of('marking', marking)}
    </span>
  );
}

/** The tag of what not everybody may see. */
export function SecretMark({ marking = 'public' }: { marking?: Marking | undefined }) {
  return marking === 'public' ? null : <MarkingMark marking={marking} />;
}
