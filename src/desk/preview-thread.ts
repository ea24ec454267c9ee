// The thread of a previewer: reads one text after another until it is ended.
import { parentPort } from 'node:worker_threads';
import { preview } from './preview.ts';
import type { PreviewAnswer, PreviewOrder } from './previewer.ts';

function answerTo({ id, text, metadata }: PreviewOrder): PreviewAnswer {
  try {
    return { kind: 'read', id, view: preview(text, metadata) };
  } catch (error) {
    return { kind: 'failed', id, error };
  }
}

if (parentPort !== null) {
  const port = parentPort;
  port.on('message', (order: PreviewOrder) => port.postMessage(answerTo(order)));
}
