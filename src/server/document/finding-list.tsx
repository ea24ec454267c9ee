import type { Finding } from '../../desk/index.ts';
import { principalOf, wordsOf } from '../../model/index.ts';
import { actorHref, commitmentHref, meetingHref } from '../hrefs.ts';
import { useLocale } from '../parts/locale-context.tsx';
import { StrengthMark } from '../parts/marks.tsx';
import { AreaTags, figureWords, Parties } from '../parts/names.tsx';
import { LAYERS, type ShownFinding } from './findings.ts';

/** Switches for the kinds of findings; they work without script. */
export function LayerSwitches({ findings }: { findings: readonly ShownFinding[] }) {
  const { t, of, number } = useLocale();
  return (
    <fieldset class="layers">
      <legend class="label">{t('document.layers')}</legend>
      {LAYERS.map((layer) => (
        <label class={`layer k-${layer}`}>
          <input type="checkbox" id={`layer-${layer}`} checked={layer !== 'mention'} />
          <span>{of('kinds', layer)}</span>
          <span class="number quiet">{number(findings.filter(({ kind }) => kind === layer).length)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The findings beside the text, each leading to its words. */
export function FindingList({
  findings,
  text,
  filed = true,
}: {
  findings: readonly ShownFinding[];
  text: string;
  /** Whether the register has them: only then do they have records to lead to. */
  filed?: boolean;
}) {
  return (
    <ol class="finding-list">
      {findings.map((shown) => (
        <li class={`finding k-${shown.kind}`} data-finding={shown.anchor}>
          <FindingHead shown={shown} text={text} />
          <FindingFacts shown={shown} filed={filed} />
        </li>
      ))}
    </ol>
  );
}

function FindingHead({ shown, text }: { shown: ShownFinding; text: string }) {
  const { of } = useLocale();
  const words = wordsOf(text, shown.spans);
  return (
    <p class="finding-head">
      <span class="finding-kind">{of('kind', shown.kind)}</span>
      <a href={`#${shown.anchor}`}>{words.length > 140 ? `${words.slice(0, 138)}…` : words}</a>
    </p>
  );
}

function FindingFacts({ shown, filed }: { shown: ShownFinding; filed: boolean }) {
  const { of, t, actor, percent } = useLocale();
  if (shown.kind === 'mention') {
    const { mention } = shown;
    return (
      <p class="meta">
        <a href={actorHref(mention.actor)}>{actor(mention.actor)}</a>
        <span>{of('resolution', mention.by)}</span>
        <span class="number">{percent(mention.confidence)}</span>
      </p>
    );
  }
  if (shown.kind === 'statement') {
    const { statement } = shown;
    return (
      <p class="meta">
        <span>{of('act', statement.act)}</span>
        {statement.speaker === undefined ? (
          ''
        ) : (
          <span>{t('statement.speaker', { who: actor(statement.speaker) })}</span>
        )}
        <Parties actors={[...new Set(statement.sources.map(principalOf))]} />
        {statement.targets.length === 0 ? '' : <span>→ {statement.targets.map(actor).join(', ')}</span>}
        {statement.polarity === 'negative' ? <span>{t('statement.negative')}</span> : ''}
        <AreaTags areas={statement.areas} />
        <Origin rule={statement.rule} confidence={statement.confidence} />
      </p>
    );
  }
  return <RegisterFacts finding={shown.finding} filed={filed} />;
}

function Origin({ rule, confidence }: { rule: string; confidence: number }) {
  const { percent } = useLocale();
  return (
    <span class="origin">
      <code>{rule}</code> <span class="number">{percent(confidence)}</span>
    </span>
  );
}

function RegisterFacts({ finding, filed }: { finding: Finding; filed: boolean }) {
  const locale = useLocale();
  const { of, t, when } = locale;
  const { mention } = finding;
  return (
    <p class="meta">
      {mention.kind === 'commitment' ? (
        <>
          <Parties actors={mention.parties} />
          <AreaTags areas={mention.areas} />
          <StrengthMark strength={mention.strength} />
          {mention.deadline === undefined ? (
            ''
          ) : (
            <span class="due">{t('commitment.due', { date: when(mention.deadline) })}</span>
          )}
          {mention.target === undefined ? '' : <span>{figureWords(mention.target, locale)}</span>}
          {mention.conditional ? <span>{t('commitment.conditional')}</span> : ''}
          {mention.reaffirms ? <span>{t('commitment.reaffirms')}</span> : ''}
          {filed ? <a href={commitmentHref(finding.id)}>{t('commitment.open')}</a> : ''}
        </>
      ) : mention.kind === 'meeting' ? (
        <>
          <Parties actors={mention.parties} />
          {mention.when === undefined ? '' : <span>{when(mention.when)}</span>}
          {mention.place === undefined ? '' : <span>{locale.place(mention.place, mention.date)}</span>}
          {mention.formats.map((format) => (
            <span>{of('format', format)}</span>
          ))}
          {filed ? <a href={meetingHref(finding.id)}>{t('meeting.open')}</a> : ''}
        </>
      ) : mention.kind === 'instrument' ? (
        <>
          <span>{of('instrument', mention.type)}</span>
          <span>{of('instrumentStatus', mention.status)}</span>
          <Parties actors={mention.parties} />
          <AreaTags areas={mention.areas} />
        </>
      ) : (
        <>
          <span>{of('progress', mention.progress)}</span>
          {mention.figure === undefined ? '' : <span>{figureWords(mention.figure, locale)}</span>}
          <AreaTags areas={mention.areas} />
        </>
      )}
      <Origin rule={mention.rule} confidence={mention.confidence} />
    </p>
  );
}
