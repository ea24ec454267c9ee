import { type CommitmentView, clearestMention } from '../../desk/index.ts';
import { commitmentHref } from '../hrefs.ts';
import { useLocale } from './locale-context.tsx';
import { StatusMark, StrengthMark } from './marks.tsx';
import { AreaTags, figureWords, Parties } from './names.tsx';

/** One undertaking in a list: status, words, whose, about what, how firm, until when. */
export function CommitmentLine({ view: { record, status } }: { view: CommitmentView }) {
  const locale = useLocale();
  const { t, day } = locale;
  const first = record.mentions[0];
  const deadline = record.deadlines.at(-1)?.value;
  const target = record.targets.at(-1)?.value;
  const times = record.mentions.length;
  return (
    <li class="line commitment-line">
      <StatusMark status={status?.status} />
      <div>
        <a class="line-title words" href={commitmentHref(record.id)}>
          {clearestMention(record)?.words ?? record.id}
        </a>
        <p class="meta">
          <Parties actors={record.parties} /> <AreaTags areas={record.areas} />
          <StrengthMark strength={record.strengths.at(-1)?.value ?? first?.strength ?? 1} />
          {first?.date === undefined ? '' : <span>{t('commitment.madeOn', { date: day(first.date) })}</span>}
          {deadline === undefined ? '' : <span class="due">{t('commitment.due', { date: day(deadline) })}</span>}
          {target === undefined ? '' : <span>{figureWords(target, locale)}</span>}
          {times > 1 ? <span>{t('commitment.times', { count: times })}</span> : ''}
        </p>
      </div>
    </li>
  );
}
