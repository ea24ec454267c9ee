import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addDocuments,
  closeDesk,
  type Desk,
  loadExamples,
  openDesk,
  refresherOf,
  refreshStandings,
} from '../../desk/index.ts';
import { documentOf } from '../../model/index.ts';
import type { App } from '../http/env.ts';
import { createApp } from '../index.ts';

/** A document that tries to run in a page by every part that a page shows of it. */
export const HOSTILE = documentOf(
  [
    '<script>window.ran = 1</script>Presidents of <b>Kazakhstan</b> and Kyrgyzstan meet "onload=alert(1)',
    `The President of Kazakhstan <img src=x onerror="window.ran = 2"> met the President of Kyrgyzstan in Astana on 5 May 2023. The sides agreed
to build a road <script>window.ran = 3</script> by the end of 2024. They agreed to open </span></p><svg onload="window.ran = 4"> a school.`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a text that looks like a template
    'javascript:window.ran = 5 &lt;script&gt; {{7*7}} ${window.ran = 6}',
  ].join('\n\n'),
  {
    publishedAt: '2023-05-05',
    publisher: '"><script>window.ran = 7</script>',
    url: 'javascript:window.ran=8',
  },
);

/** The example dossier and a hostile document in a register of their own. */
export interface ExampleSite {
  readonly desk: Desk;
  readonly app: App;
  /** What the app logged as broken. */
  readonly faults: readonly unknown[];
  close(): Promise<void>;
}

export async function exampleSite(): Promise<ExampleSite> {
  const folder = mkdtempSync(join(tmpdir(), 'readout-server-'));
  const desk = await openDesk({ database: join(folder, 'register.sqlite') });
  await loadExamples(desk);
  await addDocuments(desk, [{ kind: 'document', place: 'hostile', document: HOSTILE }]);
  await refreshStandings(desk);
  const faults: unknown[] = [];
  const log = (error: unknown): void => void faults.push(error);
  const refresher = refresherOf([desk], log);
  return {
    desk,
    app: createApp(desk, { log, refresher }),
    faults,
    close: async () => {
      await refresher.close();
      await closeDesk(desk);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
