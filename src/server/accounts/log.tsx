import { AUDIT_ACTIONS, type AuditAction, type AuditEntry, auditLog } from '../../desk/index.ts';
import { ReadoutError } from '../../model/index.ts';
import { documentHref, withQuery } from '../hrefs.ts';
import type { App } from '../http/env.ts';
import { Choice } from '../parts/fields.tsx';
import { useLocale, useView } from '../parts/locale-context.tsx';
import { Empty, PageHead, Scroll } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';
import { detailWords } from './log-words.ts';

const PORTION = 100;

/** Who did what and when: decisions, texts added, log-ins, exports. */
export function addLog(app: App): void {
  app.get('/log', async (context) => {
    const query = new URL(context.req.url).searchParams;
    const who = query.get('who') ?? '';
    const action = actionIn(query);
    const before = query.get('before') ?? '';
    const entries = await auditLog(context.var.desk, {
      limit: PORTION,
      ...(who === '' ? {} : { who }),
      ...(action === undefined ? {} : { action }),
      ...(before === '' ? {} : { before }),
    });
    return page(context, <LogPage entries={entries} who={who} action={action ?? ''} />);
  });
}

function actionIn(query: URLSearchParams): AuditAction | undefined {
  const value = query.get('action') ?? '';
  const action = AUDIT_ACTIONS.find((one) => one === value);
  if (action !== undefined || value === '') return action;
  throw new ReadoutError('bad-input', 'nothing in the log is called', value, `there are ${AUDIT_ACTIONS.join(', ')}`);
}

interface LogProps {
  readonly entries: readonly AuditEntry[];
  readonly who: string;
  readonly action: string;
}

function LogPage({ entries, who, action }: LogProps) {
  const { t, of } = useLocale();
  const { url } = useView();
  const last = entries.at(-1);
  return (
    <Page title={t('log.title')}>
      <PageHead title={t('log.title')}>
        <p class="lead">{t('log.lead')}</p>
      </PageHead>
      <form method="get" action="/log" class="filters" autocomplete="off">
        <label>
          <span class="label">{t('log.who')}</span>
          <input type="text" name="who" value={who} />
        </label>
        <Choice
          name="action"
          label={t('log.action')}
          chosen={action}
          options={AUDIT_ACTIONS.map((one) => [one, of('audit', one)])}
        />
        <button type="submit">{t('filter.apply')}</button>
      </form>
      {entries.length === 0 ? <Empty>{t('log.none')}</Empty> : <LogTable entries={entries} />}
      {entries.length === PORTION && last !== undefined ? (
        <p class="page-links">
          <a href={withQuery(url, { before: last.place })}>{t('search.next')}</a>
        </p>
      ) : (
        ''
      )}
    </Page>
  );
}

function LogTable({ entries }: { entries: readonly AuditEntry[] }) {
  const locale = useLocale();
  const { t, of } = locale;
  return (
    <Scroll label={t('log.title')}>
      <table class="log">
        <thead>
          <tr>
            <th scope="col">{t('log.at')}</th>
            <th scope="col">{t('log.who')}</th>
            <th scope="col">{t('log.action')}</th>
            <th scope="col">{t('log.subject')}</th>
            <th scope="col">{t('log.detail')}</th>
            <th scope="col">{t('log.address')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr>
              <td class="number">
                <time datetime={entry.at}>{entry.at.slice(0, 19).replace('T', ' ')}</time>
              </td>
              <td>{entry.who}</td>
              <td>{of('audit', entry.action)}</td>
              <td>
                <Subject subject={entry.subject} />
              </td>
              <td class="quiet detail">{detailWords(entry.detail, locale)}</td>
              <td class="quiet number">{entry.address}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** What was done something to: documents and findings lead to their page. */
function Subject({ subject }: { subject: string | undefined }) {
  if (subject === undefined || subject === '') return null;
  // Ids of accounts and tokens are long and say nothing: their beginning tells them apart, and what they are stands beside.
  if (/^[0-9a-f-]{36}$/.test(subject)) return <code title={subject}>{subject.slice(0, 8)}</code>;
  const isOfDocument = /^[0-9a-f]{16}(?:#\w+-\d+)?$/.test(subject);
  if (!isOfDocument) return <code>{subject}</code>;
  const [document = '', anchor] = subject.split('#');
  return (
    <a href={`${documentHref(document)}${anchor === undefined ? '' : `#${anchor}`}`}>
      <code>{subject}</code>
    </a>
  );
}
