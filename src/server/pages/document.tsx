import { type DocumentView, document, documents, type SameText, sameText, setMarking } from '../../desk/index.ts';
import { parseMarking } from '../../model/index.ts';
import { AddFindingForm } from '../document/add-finding.tsx';
import { FindingList, LayerSwitches } from '../document/finding-list.tsx';
import { shownFindings } from '../document/findings.ts';
import { MarkedText } from '../document/marked-text.tsx';
import { documentHref, withQuery } from '../hrefs.ts';
import type { App } from '../http/env.ts';
import { formOf } from '../http/form.ts';
import { markingsFor } from '../http/markings.ts';
import { may } from '../http/permissions.ts';
import { useLocale, useView } from '../parts/locale-context.tsx';
import { MarkingChoice } from '../parts/marking-choice.tsx';
import { MarkingMark, SecretMark } from '../parts/marks.tsx';
import { ActorLink, DocumentLine } from '../parts/names.tsx';
import { Empty, Facts, PageHead, Section } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';

const PORTION = 50;

/** One document with its findings, and the list of all. */
export function addDocumentPages(app: App): void {
  app.get('/documents/:id', async (context) => {
    const view = await document(context.var.desk, context.req.param('id'));
    return page(context, <DocumentPage view={view} same={await sameText(context.var.desk, view.summary.id)} />);
  });
  app.post('/documents/:id/marking', async (context) => {
    const id = context.req.param('id');
    const { marking = '' } = await formOf(context);
    await setMarking(context.var.desk, id, parseMarking(marking));
    return context.redirect(documentHref(id), 303);
  });
  app.get('/documents', async (context) => {
    const id = context.req.query('after');
    const after = id === undefined ? {} : { after: (await document(context.var.desk, id)).summary };
    return page(context, <DocumentsPage documents={await documents(context.var.desk, { ...after, limit: PORTION })} />);
  });
}

function DocumentPage({ view, same }: { view: DocumentView; same: readonly SameText[] }) {
  const { t, of, when } = useLocale();
  const { who } = useView();
  const { summary, reading } = view;
  const { title, language } = summary;
  const findings = shownFindings(view);
  return (
    <Page title={title} scripts={['document.js']}>
      <PageHead
        label={
          <>
            {[
              of('documentKind', summary.kind),
              summary.publisher,
              summary.publishedAt === undefined ? undefined : when(summary.publishedAt),
            ]
              .filter((part) => part !== undefined)
              .join(' · ')}{' '}
            <SecretMark marking={summary.marking} />
          </>
        }
        title={title === '' ? t('document.untitled') : title}
        lang={language === 'other' ? undefined : language}
        silent={title !== ''}
      />
      <div class="reading">
        <div class="reading-text">
          <MarkedText text={view.document.text} findings={findings} language={language} />
        </div>
        <aside class="reading-side" aria-label={t('document.findings')}>
          <LayerSwitches findings={findings} />
          {may(who, 'decide') ? <AddFindingForm document={summary.id} /> : ''}
          {findings.length === 0 ? <Empty>{t('document.none')}</Empty> : ''}
          <FindingList findings={findings} text={view.document.text} />
        </aside>
      </div>
      {same.length === 0 ? '' : <SameTexts same={same} />}
      <Section title={t('document.about')}>
        <Facts
          facts={[
            [t('field.kind'), of('documentKind', summary.kind)],
            [t('field.publisher'), summary.publisher],
            [t('field.cited'), summary.citedSource],
            [t('field.side'), summary.side === undefined ? undefined : <ActorLink actor={summary.side} />],
            [t('field.language'), of('language', language)],
            [t('field.reader'), reading.reader],
            [t('document.original'), <Original url={summary.url} />],
            [t('marking.label'), <Marking document={summary} />],
            ['JSON', <a href={`/api/v1/documents/${summary.id}`}>/api/v1/documents/{summary.id}</a>],
          ]}
        />
      </Section>
    </Page>
  );
}

/** Reprints and versions, and what a reprint changed, marked by word as well as by colour. */
function SameTexts({ same }: { same: readonly SameText[] }) {
  const { t, of } = useLocale();
  return (
    <Section title={t('document.same')}>
      {same.map(({ document, relation, changes }) => (
        <div>
          <p class="label">{of('sameText', relation)}</p>
          <ol class="lines">
            <DocumentLine document={document} />
          </ol>
          {relation !== 'version' && changes.length === 0 ? <p class="quiet">{t('document.unchanged')}</p> : ''}
          <ul>
            {changes.map(({ kind, before, after }) => (
              <li class="words">
                <span class="label">{of('textChange', kind)}</span> {before === undefined ? '' : <del>{before}</del>}{' '}
                {after === undefined ? '' : <ins>{after}</ins>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

/** Who may see the document, and the form to change that. */
function Marking({ document: { id, marking } }: { document: DocumentView['summary'] }) {
  const { t } = useLocale();
  const { who } = useView();
  if (!may(who, 'decide') || markingsFor(who).length < 2) return <MarkingMark marking={marking} />;
  return (
    <form method="post" action={`${documentHref(id)}/marking`} class="inline">
      <MarkingChoice chosen={marking} silent />
      <button type="submit" class="plain small">
        {t('marking.change')}
      </button>
    </form>
  );
}

/** The address that a document came from; only what a browser may follow becomes a link. */
function Original({ url }: { url: string | undefined }) {
  if (url === undefined) return null;
  return /^https?:\/\//i.test(url) ? (
    <a href={url} rel="noreferrer noopener">
      {url}
    </a>
  ) : (
    <span>{url}</span>
  );
}

function DocumentsPage({ documents: some }: { documents: Awaited<ReturnType<typeof documents>> }) {
  const { t } = useLocale();
  const { url } = useView();
  const last = some.at(-1);
  return (
    <Page title={t('nav.documents')}>
      <PageHead title={t('nav.documents')} />
      {some.length === 0 ? <Empty>{t('home.empty')}</Empty> : ''}
      <ol class="lines wide">
        {some.map((one) => (
          <DocumentLine document={one} />
        ))}
      </ol>
      {some.length === PORTION && last !== undefined ? (
        <p class="page-links">
          <a href={withQuery(url, { after: last.id })}>{t('search.next')}</a>
        </p>
      ) : (
        ''
      )}
    </Page>
  );
}
