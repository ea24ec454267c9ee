import { type MessagePort, parentPort } from 'node:worker_threads';
import type { Language } from '../../model/index.ts';
import { type Pipeline, pipelineFrom } from '../pipeline.ts';
import type { Answer, Order } from './messages.ts';

/** How to get the pipeline of each language that the pool has sent; a damaged model's fault is thrown at each text. */
const pipelines = new Map<Language, () => Pipeline>();

function carryOut(order: Order, port: MessagePort): void {
  if (order.kind === 'models')
    pipelines.set(
      order.language,
      once(() => pipelineFrom(order.language, order.models)),
    );
  else answer(parsed(order.id, order.text, order.language), port);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function parsed(id: number, text: string, language: Language): Answer {
  try {
    const doc = pipelines.get(language)!().parse(text);
    const { text: _, ...tokens } = doc.tokens;
    return { kind: 'parsed', id, tokens, trees: doc.trees! };
  } catch (error) {
    return { kind: 'failed', id, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** Arrays are handed over, not copied. */
function answer(message: Answer, port: MessagePort): void {
  if (message.kind === 'failed') port.postMessage(message);
  else {
    const { tokens, trees } = message;
    const arrays = [tokens.starts, tokens.ends, tokens.sentenceStarts, trees.upos, trees.feats, trees.lemmas];
    const buffers = [...arrays, trees.heads, trees.deprels].map(({ buffer }) => buffer as ArrayBuffer);
    port.postMessage(message, [...new Set(buffers)]);
  }
}

if (parentPort !== null) {
  const port = parentPort;
  port.on('message', (order: Order) => carryOut(order, port));
}
