import { streamSSE } from 'hono/streaming';
import {
  type AddEvent,
  type AddSummary,
  addDocuments,
  type Desk,
  type DocumentView,
  document,
  documentsAt,
  type SourceItem,
} from '../../desk/index.ts';
import { type DocumentMetadata, documentOf, parseDay, ReadoutError } from '../../model/index.ts';
import { FindingList, LayerSwitches } from '../document/finding-list.tsx';
import { shownFindings } from '../document/findings.ts';
import { MarkedText } from '../document/marked-text.tsx';
import { documentHref } from '../hrefs.ts';
import type { App } from '../http/env.ts';
import { formOf } from '../http/form.ts';
import { markingIn } from '../http/markings.ts';
import { uploadedDocuments } from '../http/uploads.ts';
import { faultWords } from '../locale/faults.ts';
import type { Locale } from '../locale/locale.ts';
import { useLocale } from '../parts/locale-context.tsx';
import { MarkingChoice } from '../parts/marking-choice.tsx';
import { Empty, PageHead, Section } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';

type Fields = Readonly<Record<string, string>>;

/** Adding texts: pasted ones are shown as read before they are filed; of files, the progress is told. */
export function addAddPages(app: App): void {
  app.get('/add', (context) => page(context, <AddPage fields={{}} />));
  app.post('/add/preview', async (context) => {
    const fields = await formOf(context);
    const view = await context.var.previewer.preview(textIn(fields), metadataIn(fields));
    return page(context, <AddPage fields={fields} view={view} />);
  });
  app.post('/add/text', async (context) => {
    const fields = await formOf(context);
    const text = documentOf(textIn(fields), metadataIn(fields));
    const items: SourceItem[] = [{ kind: 'document', place: 'text', document: text }];
    const events: AddEvent[] = [];
    const summary = await addDocuments(context.var.desk, items, (event) => events.push(event), optionsIn(fields));
    const [first] = summary.refused;
    if (first !== undefined) throw first.error;
    // A text that the register has under a marking above its adder's clearance has no page for them.
    if (await isSeen(context.var.desk, text.id)) return context.redirect(documentHref(text.id), 303);
    return page(context, <AddPage fields={{}} summary={summary} events={events} />);
  });
  app.post('/add/address', async (context) => {
    const fields = await formOf(context);
    const events: AddEvent[] = [];
    const items = documentsAt((fields.address ?? '').trim());
    const summary = await addDocuments(context.var.desk, items, (event) => events.push(event), optionsIn(fields));
    return page(context, <AddPage fields={{}} summary={summary} events={events} />);
  });
  app.post('/add/files', async (context) => {
    const form = await context.req.formData();
    const files = form.getAll('files').filter((one) => one instanceof File);
    const { desk } = context.var;
    const options = optionsIn({ marking: String(form.get('marking') ?? '') });
    const events: AddEvent[] = [];
    if (!context.req.header('accept')?.includes('text/event-stream')) {
      const summary = await addDocuments(desk, uploadedDocuments(files), (event) => events.push(event), options);
      return page(context, <AddPage fields={{}} summary={summary} events={events} />);
    }
    const { locale } = context.get('view');
    return streamSSE(context, async (stream) => {
      const tell = (event: AddEvent): void => {
        void stream.writeSSE({ event: event.kind, data: JSON.stringify(eventInWords(event, locale)) });
      };
      const summary = await addDocuments(desk, uploadedDocuments(files), tell, options);
      await stream.writeSSE({ event: 'end', data: JSON.stringify({ sum: sumInWords(summary, locale) }) });
    });
  });
}

function optionsIn(fields: Fields) {
  return { marking: markingIn(fields) };
}

async function isSeen(desk: Desk, id: string): Promise<boolean> {
  try {
    await document(desk, id);
    return true;
  } catch (error) {
    if (error instanceof ReadoutError && error.code === 'not-found') return false;
    throw error;
  }
}

function textIn({ text = '' }: Fields): string {
  const trimmed = text.replaceAll('\r\n', '\n').trimEnd();
  if (trimmed !== '') return trimmed;
  throw new ReadoutError(
    'empty',
    'there is no text',
    '',
    'paste the text of a readout, with its headline on the first line',
  );
}

function metadataIn({ publishedAt = '', publisher = '', url = '' }: Fields): DocumentMetadata {
  return {
    ...(publishedAt === '' ? {} : { publishedAt: parseDay(publishedAt) }),
    ...(publisher === '' ? {} : { publisher }),
    ...(url === '' ? {} : { url }),
  };
}

function eventInWords(event: AddEvent, locale: Locale) {
  if (event.kind === 'refused') return { place: event.place, reason: refusal(event, locale) };
  return { place: event.place, title: event.title, href: documentHref(event.id) };
}

/** What became of all, in words. */
function sumInWords({ added, known, refused }: AddSummary, { t, number }: Locale): string {
  return t('add.sum', { added: number(added), known: number(known), refused: number(refused.length) });
}

/** Which file was refused, and why. */
function refusal({ place, error }: Extract<AddEvent, { kind: 'refused' }>, locale: Locale): string {
  return error.value.includes(place) ? faultWords(error, locale) : `${place}: ${faultWords(error, locale)}`;
}

interface AddProps {
  readonly fields: Fields;
  readonly view?: DocumentView;
  readonly summary?: AddSummary;
  readonly events?: readonly AddEvent[];
}

function AddPage({ fields, view, summary, events = [] }: AddProps) {
  const locale = useLocale();
  const { t } = locale;
  return (
    <Page title={t('nav.add')} scripts={['add.js', 'document.js']}>
      <PageHead title={t('add.title')}>
        <p class="lead">{t('add.lead')}</p>
      </PageHead>
      {view === undefined ? '' : <Preview view={view} fields={fields} />}
      <div class="columns">
        <Section title={t('add.text')}>
          <form method="post" action="/add/preview" class="add-form">
            <label>
              <span class="label">{t('add.textLabel')}</span>
              <textarea name="text" rows={14} required>
                {fields.text ?? ''}
              </textarea>
            </label>
            <div class="filters">
              <label>
                <span class="label">{t('add.published')}</span>
                <input type="date" name="publishedAt" value={fields.publishedAt} />
              </label>
              <label>
                <span class="label">{t('field.publisher')}</span>
                <input type="text" name="publisher" value={fields.publisher} />
              </label>
              <label>
                <span class="label">{t('add.address')}</span>
                <input type="url" name="url" value={fields.url} />
              </label>
              <MarkingChoice chosen={markingIn(fields)} />
              <button type="submit">{t('add.read')}</button>
            </div>
          </form>
        </Section>
        <Section title={t('add.files')}>
          <form method="post" action="/add/files" enctype="multipart/form-data" class="add-form" id="add-files">
            <label>
              <span class="label">{t('add.filesLabel')}</span>
              <input type="file" name="files" multiple required />
            </label>
            <MarkingChoice />
            <button type="submit">{t('add.upload')}</button>
          </form>
          <form method="post" action="/add/address" class="add-form">
            <label>
              <span class="label">{t('add.fetchLabel')}</span>
              <input type="url" name="address" required placeholder="https://" />
            </label>
            <MarkingChoice />
            <button type="submit">{t('add.fetch')}</button>
          </form>
          <p role="status" id="add-status" class="small" data-failed={t('problem.500')}>
            {summary === undefined ? '' : sumInWords(summary, locale)}
          </p>
          <ol class="lines" id="add-log">
            {events.map((event) => (
              <EventLine event={event} />
            ))}
          </ol>
        </Section>
      </div>
    </Page>
  );
}

function EventLine({ event }: { event: AddEvent }) {
  const locale = useLocale();
  return (
    <li class="line">
      {event.kind === 'refused' ? (
        <span class="warn">{refusal(event, locale)}</span>
      ) : (
        <a href={documentHref(event.id)}>{event.title === '' ? event.place : event.title}</a>
      )}
    </li>
  );
}

/** The reading of a pasted text before it is filed. */
function Preview({ view, fields }: { view: DocumentView; fields: Fields }) {
  const { t } = useLocale();
  const findings = shownFindings(view);
  const { text } = view.document;
  return (
    <Section title={t('add.preview')}>
      <form method="post" action="/add/text" class="answers">
        {['publishedAt', 'publisher', 'url', 'marking', 'text'].map((name) => (
          <input type="hidden" name={name} value={fields[name] ?? ''} />
        ))}
        <button type="submit">{t('add.file')}</button> <span class="quiet small">{t('add.notYet')}</span>
      </form>
      <div class="reading">
        <div class="reading-text">
          <MarkedText text={text} findings={findings} language={view.summary.language} />
        </div>
        <aside class="reading-side" aria-label={t('document.findings')}>
          <LayerSwitches findings={findings} />
          {findings.length === 0 ? <Empty>{t('document.none')}</Empty> : ''}
          <FindingList findings={findings} text={text} filed={false} />
        </aside>
      </div>
    </Section>
  );
}
