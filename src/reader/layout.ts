import type { Block, Input, WithBlocks } from './setting.ts';

/** Divides the text into blocks and says what part each plays. */
export function layOut(input: Input): WithBlocks {
  const { doc } = input;
  const block: Block = { kind: 'paragraph', span: [0, doc.text.length], first: 0, end: doc.length, body: 0 };
  return { ...input, blocks: [block], blockAt: () => block };
}
