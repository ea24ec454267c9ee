import { HTTPException } from 'hono/http-exception';
import { SCOPES } from '../../desk/index.ts';
import { type ErrorCode, ReadoutError } from '../../model/index.ts';
import type { App, PageContext } from '../http/env.ts';
import { faultWords } from '../locale/faults.ts';
import type { Locale } from '../locale/locale.ts';
import { useLocale } from '../parts/locale-context.tsx';
import { PageHead } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';

type Status = 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500;

/** The HTTP status of each coded error; whatever is not the caller's fault is 500. */
const STATUS_OF_CODE: Readonly<Partial<Record<ErrorCode, Status>>> = {
  'bad-date': 400,
  'bad-input': 400,
  'bad-json': 400,
  'unknown-actor': 400,
  'unknown-area': 400,
  'unknown-language': 400,
  unsupported: 400,
  empty: 400,
  encoding: 400,
  'not-text': 400,
  conflict: 409,
  'too-large': 413,
  'too-many-requests': 429,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
};

/** The HTTP status of an error. */
function statusOfError(error: unknown): Status {
  return (error instanceof ReadoutError ? STATUS_OF_CODE[error.code] : undefined) ?? 500;
}

/** Pages for what is not there, what cannot be read and what broke. */
export function addProblemPages(app: App, log: (error: unknown) => void): void {
  app.notFound((context) =>
    problem(
      context,
      new ReadoutError('not-found', 'no page at', new URL(context.req.url).pathname, 'go back to the record'),
      404,
    ),
  );
  app.onError((thrown, context) => {
    const error = thrown instanceof HTTPException && thrown.status === 403 ? foreignForm(thrown) : thrown;
    const status = statusOfError(error);
    if (status === 500) log(error);
    return problem(context, error, status);
  });
}

/** What the check of a form's origin throws, in words. */
function foreignForm(cause: HTTPException): ReadoutError {
  return new ReadoutError(
    'forbidden',
    'this form was not sent from a page of this site',
    '',
    'open the page here and send it again',
    { cause },
  );
}

function problem(context: PageContext, error: Error, status: Status) {
  const isApi = context.req.path.startsWith('/api/');
  if (status === 429 && error instanceof ReadoutError) context.header('retry-after', error.value);
  if (isApi) return problemJson(context, error, status);
  return page(context, <ProblemPage error={error} status={status} />, status);
}

/** RFC 9457: what is wrong, the value that is, and what to do. What broke inside is not told. */
function problemJson(context: PageContext, error: Error, status: Status) {
  const known = error instanceof ReadoutError && status !== 500;
  const body = {
    type: 'about:blank',
    title: known ? error.what : 'Something broke',
    status,
    code: known ? error.code : 'internal',
    detail: known ? error.message : 'the fault is ours and was logged',
    ...(known ? { value: error.value, remedy: error.remedy } : {}),
  };
  return context.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' });
}

/** The statuses that have a title of their own; every other is a fault of the address or form. */
const TITLES = ['401', '403', '404', '409', '413', '429', '500'] as const;

/** The fault as the program tells it, with its code: for those who ask others for help. */
function FaultDetail({ fault }: { fault: ReadoutError }) {
  const { t } = useLocale();
  return (
    <details class="quiet small">
      <summary>{t('problem.detail')}</summary>
      <p lang="en">
        {fault.message} <code>{fault.code}</code>
      </p>
    </details>
  );
}

/** What is wrong, in the language of the page; of a right that the account lacks, which it is and whom to ask. */
function wordsOf(fault: ReadoutError, locale: Locale): string {
  const isRight = fault.code === 'forbidden' && SCOPES.some((scope) => scope === fault.value);
  if (!isRight) return faultWords(fault, locale);
  return locale.t('problem.403.right', { right: locale.of('scope', fault.value) });
}

function ProblemPage({ error, status }: { error: Error; status: Status }) {
  const locale = useLocale();
  const { t, of } = locale;
  const title = of('problem', TITLES.find((one) => one === String(status)) ?? '400');
  const fault = status !== 500 && error instanceof ReadoutError ? error : undefined;
  return (
    <Page title={title}>
      <PageHead label={String(status)} title={title} />
      <p class="lead">{fault === undefined ? t('problem.500.text') : wordsOf(fault, locale)}</p>
      {fault === undefined ? '' : <FaultDetail fault={fault} />}
      <p class="page-links">
        <a href="/">{t('problem.back')}</a>
        <a href="/search">{t('search.title')}</a>
      </p>
    </Page>
  );
}
