/** How a lemma is made of a form: its case changed, letters cut off both ends, others put in their place. */
export interface EditScript {
  readonly letters: 'keep' | 'lower' | 'title';
  readonly cutStart: number;
  readonly addStart: string;
  readonly cutEnd: number;
  readonly addEnd: string;
}

function withCase(form: string, letters: EditScript['letters']): string {
  if (letters === 'keep') return form;
  const lower = form.toLowerCase();
  return letters === 'lower' ? lower : lower.charAt(0).toUpperCase() + lower.slice(1);
}

/** The lemma that a script makes of a form; undefined where the form is too short for it. */
export function applyScript(script: EditScript, form: string): string | undefined {
  const { letters, cutStart, addStart, cutEnd, addEnd } = script;
  if (cutStart + cutEnd > form.length) return undefined;
  const cased = withCase(form, letters);
  if (cutStart + cutEnd === 0 && addStart === '' && addEnd === '') return cased;
  return addStart + cased.slice(cutStart, cased.length - cutEnd) + addEnd;
}

/** The script that makes `lemma` of `form` and says least: the longest stretch that both share is kept. */
export function scriptOf(form: string, lemma: string): EditScript {
  const letters = casingOf(form, lemma);
  const cased = withCase(form, letters);
  const [from, at, length] = longestShared(cased, lemma);
  if (length < 2 && lemma.length > 2 && form.length > 2)
    return { letters, cutStart: 0, addStart: '', cutEnd: cased.length, addEnd: lemma };
  return {
    letters,
    cutStart: from,
    addStart: lemma.slice(0, at),
    cutEnd: cased.length - from - length,
    addEnd: lemma.slice(at + length),
  };
}

function casingOf(form: string, lemma: string): EditScript['letters'] {
  const lower = lemma.toLowerCase();
  if (lemma === lower) return 'lower';
  const shared = sharedPrefix(form.toLowerCase(), lower);
  if (form.slice(0, shared) === lemma.slice(0, shared)) return 'keep';
  return withCase(lemma, 'title') === lemma ? 'title' : 'keep';
}

function sharedPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

/** Longest stretch of both: its place in `a`, its place in `b`, its length; a shared beginning is preferred. */
function longestShared(a: string, b: string): readonly [from: number, at: number, length: number] {
  const prefix = sharedPrefix(a, b);
  let best: readonly [number, number, number] = [0, 0, prefix];
  for (let from = 0; from < a.length; from++)
    for (let at = 0; at < b.length; at++) {
      let length = 0;
      while (from + length < a.length && at + length < b.length && a[from + length] === b[at + length]) length++;
      if (length > best[2] + 1) best = [from, at, length];
    }
  return best;
}

/** A script as one string, and back: the form in which a model file holds it. */
export function writeScript({ letters, cutStart, addStart, cutEnd, addEnd }: EditScript): string {
  return [letters, cutStart, addStart, cutEnd, addEnd].join('\t');
}

export function readScript(line: string): EditScript {
  const [letters, cutStart, addStart = '', cutEnd, addEnd = ''] = line.split('\t');
  return {
    letters: letters === 'keep' || letters === 'title' ? letters : 'lower',
    cutStart: Number(cutStart),
    addStart,
    cutEnd: Number(cutEnd),
    addEnd,
  };
}
