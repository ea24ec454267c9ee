import type { Child } from 'hono/jsx';
import { withQuery } from '../hrefs.ts';
import { useLocale, useView } from './locale-context.tsx';

/** A list that shows its first items, and all of them where the address asks for it (`all=NAME`): long records stay quick. */
export function Lines<Item>({
  items,
  name,
  limit = 60,
  line,
}: {
  items: readonly Item[];
  name: string;
  limit?: number;
  line: (item: Item) => Child;
}) {
  const { url } = useView();
  const { t } = useLocale();
  const shown = url.searchParams.get('all') === name ? items : items.slice(0, limit);
  return (
    <>
      <ol class="lines">{shown.map(line)}</ol>
      {shown.length < items.length ? (
        <p class="page-links">
          <a href={`${withQuery(url, { all: name })}#${name}`}>{t('list.all', { count: items.length })}</a>
        </p>
      ) : (
        ''
      )}
    </>
  );
}
