import type { Doc } from '../doc.ts';

/**
 * The document in CoNLL-U: a sentence a block, with its text, `SpaceAfter=No` and `# newpar` at empty lines.
 * Words written together (`don't`, `cannot`) get the line of their surface token. XPOS and DEPS are left blank.
 */
export function toConllu(doc: Doc): string {
  const blocks: string[] = [];
  for (let sentence = 0; sentence < doc.sentenceCount; sentence++) blocks.push(blockOf(doc, sentence));
  return blocks.join('');
}

function blockOf(doc: Doc, sentence: number): string {
  const [first, end] = doc.sentenceRange(sentence);
  const lines = [
    `# sent_id = ${sentence + 1}`,
    `# text = ${oneLine(doc.text.slice(doc.startOf(first), doc.endOf(end - 1)))}`,
  ];
  const gap = first === 0 ? '\n\n' : doc.text.slice(doc.endOf(first - 1), doc.startOf(first));
  if (/\n\s*\n/.test(gap)) lines.unshift('# newpar');
  for (let token = first; token < end; token++) {
    const last = lastWrittenTogether(doc, token, end);
    if (last > token && (token === first || !isWrittenTogether(doc, token - 1)))
      lines.push(rangeLine(doc, first, token, last));
    lines.push(wordLine(doc, first, token, isWrittenTogether(doc, token) && token < end - 1));
  }
  return `${lines.join('\n')}\n\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

/** Whether the token and the next are one word to the eye: no space between them, and letters or a clitic meet. */
function isWrittenTogether(doc: Doc, token: number): boolean {
  if (token + 1 >= doc.length || doc.endOf(token) !== doc.startOf(token + 1)) return false;
  const next = doc.form(token + 1);
  if (!/\p{L}$/u.test(doc.form(token))) return false;
  if (/^(?:\p{L}|n['’`]t$|['’`´](?:s|re|ve|ll|d|m)$)/iu.test(next)) return true;
  return doc.trees !== undefined && /^['’]$/.test(next) && doc.upos(token + 1) === 'PART';
}

function lastWrittenTogether(doc: Doc, token: number, end: number): number {
  let last = token;
  while (last < end - 1 && isWrittenTogether(doc, last)) last++;
  return last;
}

function spaceMark(doc: Doc, token: number): string {
  return token + 1 < doc.length && doc.endOf(token) === doc.startOf(token + 1) ? 'SpaceAfter=No' : '_';
}

function rangeLine(doc: Doc, first: number, token: number, last: number): string {
  const form = oneLine(doc.text.slice(doc.startOf(token), doc.endOf(last)));
  return `${token - first + 1}-${last - first + 1}\t${form}\t_\t_\t_\t_\t_\t_\t_\t${spaceMark(doc, last)}`;
}

function wordLine(doc: Doc, first: number, token: number, within: boolean): string {
  const form = oneLine(doc.form(token));
  const misc = within ? '_' : spaceMark(doc, token);
  if (doc.trees === undefined) return `${token - first + 1}\t${form}\t_\t_\t_\t_\t_\t_\t_\t${misc}`;
  const head = doc.head(token);
  return [
    token - first + 1,
    form,
    oneLine(doc.lemma(token)),
    doc.upos(token),
    '_',
    doc.feats(token) || '_',
    head < 0 ? 0 : head - first + 1,
    doc.deprel(token),
    '_',
    misc,
  ].join('\t');
}
