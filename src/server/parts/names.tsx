import type { DocumentSummary } from '../../desk/index.ts';
import type { ActorId, Area, Figure } from '../../model/index.ts';
import { actorHref, areaHref, documentHref, sourceHref } from '../hrefs.ts';
import type { Locale } from '../locale/locale.ts';
import { AREA_FAMILIES } from './area-families.ts';
import { useLocale } from './locale-context.tsx';
import { SecretMark } from './marks.tsx';

export function ActorLink({ actor }: { actor: ActorId }) {
  return <a href={actorHref(actor)}>{useLocale().actor(actor)}</a>;
}

/** Parties as links, set apart by a middle dot. */
export function Parties({ actors }: { actors: readonly ActorId[] }) {
  return (
    <span class="parties">
      {actors.map((actor, index) => (
        <>
          {index > 0 ? ' · ' : ''}
          <ActorLink actor={actor} />
        </>
      ))}
    </span>
  );
}

export function AreaTag({ area }: { area: Area }) {
  return (
    <a class={`area area-${AREA_FAMILIES[area]}`} href={areaHref(area)}>
      {useLocale().of('area', area)}
    </a>
  );
}

export function AreaTags({ areas }: { areas: readonly Area[] }) {
  return (
    <span class="areas">
      {areas.map((area) => (
        <AreaTag area={area} />
      ))}
    </span>
  );
}

/** A figure with what it measures: `2 billion US dollars (trade turnover)`. */
export function figureWords(figure: Figure, locale: Locale): string {
  const told = locale.figure(figure);
  return figure.measure === undefined ? told : `${told} (${locale.measure(figure.measure)})`;
}

/** What a document is called where it is a source: publisher and day, leading to the words. */
export function Source({
  document,
  mention,
}: {
  document: DocumentSummary | undefined;
  mention: { readonly id: string; readonly document: string };
}) {
  const { t, day } = useLocale();
  const name = document?.publisher ?? document?.title ?? mention.document;
  const when = document?.publishedAt;
  return (
    <a class="source" href={sourceHref(mention)}>
      {name.length > 60 ? `${name.slice(0, 58)}…` : name}
      {when === undefined ? '' : `, ${day(when)}`}
      <span class="visually-hidden"> – {t('document.words')}</span> <SecretMark marking={document?.marking} />
    </a>
  );
}

/** One text in a list: title, publisher, day, whose voice. */
export function DocumentLine({ document }: { document: DocumentSummary }) {
  const { actor, day, of, t } = useLocale();
  const { id, title, publisher, publishedAt, side, kind, language, marking } = document;
  return (
    <li class="line">
      <a class="line-title words" href={documentHref(id)} lang={language === 'other' ? undefined : language}>
        {title === '' ? t('document.untitled') : title}
      </a>
      <p class="meta">
        {[
          of('documentKind', kind),
          publisher,
          publishedAt === undefined ? undefined : day(publishedAt),
          side === undefined ? undefined : t('document.voice', { side: actor(side) }),
        ]
          .filter((part) => part !== undefined)
          .join(' · ')}
        <SecretMark marking={marking} />
      </p>
    </li>
  );
}
