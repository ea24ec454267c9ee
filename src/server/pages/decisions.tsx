import type { Child } from 'hono/jsx';
import { decide, type decisionsAbout, type Ruling, STATUSES, undo } from '../../desk/index.ts';
import type { App } from '../http/env.ts';
import { formOf } from '../http/form.ts';
import { may, requirePermission } from '../http/permissions.ts';
import { localAddress } from '../http/view.ts';
import type { Locale } from '../locale/locale.ts';
import { Choice, Day } from '../parts/fields.tsx';
import { useLocale, useView } from '../parts/locale-context.tsx';
import { MarkingChoice } from '../parts/marking-choice.tsx';
import { SecretMark } from '../parts/marks.tsx';
import { Empty, Section } from '../parts/section.tsx';
import { decisionIn } from './decision-form.ts';

type Decisions = Awaited<ReturnType<typeof decisionsAbout>>;

/** What people rule on pages of commitments and documents; the form says where to go back to. */
export function addDecisionForms(app: App): void {
  app.post('/decisions', async (context) => {
    const form = await formOf(context);
    const decision = decisionIn(form);
    requirePermission(context, decision.kind === 'note' ? 'add' : 'decide');
    await decide(context.var.desk, decision);
    return context.redirect(localAddress(form.back ?? '/'), 303);
  });
  app.post('/decisions/undo', async (context) => {
    const form = await formOf(context);
    await undo(context.var.desk, form.id ?? '', { why: '' });
    return context.redirect(localAddress(form.back ?? '/'), 303);
  });
}

/** What was ruled about a finding, and the forms to set its status or leave a note. */
export function DecisionSection({ subject, decisions }: { subject: string; decisions: readonly Decisions[] }) {
  const { t, of } = useLocale();
  const { who } = useView();
  const all = decisions.flatMap((one) => one.all).filter(({ kind }) => kind !== 'undo');
  const standing = new Set(decisions.flatMap((one) => one.standing).map(({ id }) => id));
  return (
    <Section title={t('commitment.decisions')}>
      {all.length === 0 ? <Empty>{t('commitment.nodecisions')}</Empty> : ''}
      <ol class="lines">
        {all.map((ruling) => (
          <RulingLine ruling={ruling} stands={standing.has(ruling.id)} />
        ))}
      </ol>
      {may(who, 'decide') ? (
        <DecisionForm kind="set-status" subject={subject} label={t('decision.setStatus')}>
          <Choice
            name="status"
            label={t('field.status')}
            chosen=""
            none={t('decision.choose')}
            options={STATUSES.map((status) => [status, of('status', status)])}
          />
          <Day name="date" label={t('field.date')} chosen="" />
          <label class="grow">
            <span class="label">{t('decision.why')}</span>
            <input type="text" name="why" />
          </label>
        </DecisionForm>
      ) : (
        ''
      )}
      {may(who, 'add') ? (
        <DecisionForm kind="note" subject={subject} label={t('decision.leaveNote')}>
          <label class="grow">
            <span class="label">{t('decision.noteText')}</span>
            <input type="text" name="text" required />
          </label>
          {who.kind === 'account' ? <MarkingChoice /> : ''}
        </DecisionForm>
      ) : (
        ''
      )}
    </Section>
  );
}

function DecisionForm({
  kind,
  subject,
  label,
  children,
}: {
  kind: string;
  subject: string;
  label: string;
  children?: Child;
}) {
  const { address } = useView();
  return (
    <form method="post" action="/decisions" class="filters">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="subject" value={subject} />
      <input type="hidden" name="back" value={address} />
      {children}
      <button type="submit" class="plain">
        {label}
      </button>
    </form>
  );
}

function RulingLine({ ruling, stands }: { ruling: Ruling; stands: boolean }) {
  const locale = useLocale();
  const { t, of, day } = locale;
  const { address, who } = useView();
  return (
    <li class={stands ? 'line' : 'line undone'}>
      <p>
        <SecretMark marking={ruling.marking} /> <strong>{of('decision', ruling.kind)}</strong>{' '}
        {rulingWords(ruling, locale)}
      </p>
      <div class="meta">
        <span>{day(ruling.at.slice(0, 10))}</span>
        <span>{ruling.who}</span>
        {ruling.why === '' ? '' : <span class="words">{ruling.why}</span>}
        {stands ? '' : <span>{t('decision.undone')}</span>}
        {stands && may(who, 'decide') ? (
          <form method="post" action="/decisions/undo" class="inline">
            <input type="hidden" name="id" value={ruling.id} />
            <input type="hidden" name="back" value={address} />
            <button type="submit" class="plain small">
              {t('review.undo')}
            </button>
          </form>
        ) : (
          ''
        )}
      </div>
    </li>
  );
}

function rulingWords({ kind, payload }: Ruling, locale: Locale): string {
  if (kind === 'note') return String(payload.text ?? '');
  if (kind === 'set-status') return locale.of('status', String(payload.status ?? ''));
  return kind === 'correct' ? correctionWords(Object.entries(payload.fields ?? {}), locale) : '';
}

/** What was corrected: each field with its new value, in words. */
function correctionWords(
  fields: readonly (readonly [string, unknown])[],
  { of, t, actor, list, when }: Locale,
): string {
  const told = (name: string, value: unknown): string => {
    const values = [value].flat().map(String);
    if (value === null || values.length === 0) return t('meeting.unsaid');
    if (name === 'parties') return list(values.map(actor));
    if (name === 'areas') return list(values.map((one) => of('area', one)));
    if (name === 'deadline' || name === 'when') return when(String(value));
    return of(name, String(value));
  };
  return fields.map(([name, value]) => `${of('field', name)}: ${told(name, value)}`).join('; ');
}
