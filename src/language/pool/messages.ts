import type { Language } from '../../model/index.ts';
import type { DocTokens, DocTrees } from '../doc.ts';
import type { ModelBytes } from '../model-bytes.ts';

/** What the pool tells a thread. */
export type Order =
  | { readonly kind: 'models'; readonly language: Language; readonly models: ModelBytes }
  | { readonly kind: 'parse'; readonly id: number; readonly text: string; readonly language: Language };

/** What a thread tells the pool. */
export type Answer =
  | { readonly kind: 'parsed'; readonly id: number; readonly tokens: Omit<DocTokens, 'text'>; readonly trees: DocTrees }
  | { readonly kind: 'failed'; readonly id: number; readonly error: Error };
