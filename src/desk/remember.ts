/**
 * A function that works each answer out once for an object and a key, and remembers the last few of each object for as long as the object
 * lives. The answers are shared: nobody may change them.
 */
export function remembering<Owner extends object, Answer>(
  work: (owner: Owner, key: string) => Answer,
  most = 4,
): (owner: Owner, key: string) => Answer {
  const known = new WeakMap<Owner, Map<string, Answer>>();
  return (owner, key) => {
    const answers = known.get(owner) ?? new Map<string, Answer>();
    known.set(owner, answers);
    const found = answers.get(key);
    if (found !== undefined) return found;
    const answer = work(owner, key);
    answers.set(key, answer);
    if (answers.size > most) answers.delete(answers.keys().next().value ?? '');
    return answer;
  };
}
