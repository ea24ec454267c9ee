import { actorName, addDocuments, type Desk, deskOf, preview } from '../../desk/index.ts';
import type { Marking } from '../../model/index.ts';
import type { App } from '../http/env.ts';
import type { Post } from './posts.ts';
import { wordsOf } from './requests.ts';
import type { Planted } from './secrets.ts';
import type { Person } from './team-site.ts';

/** Words, and who may meet them. */
export interface Secret {
  readonly words: string;
  readonly marking: Marking;
}

/** Ids of what is read in the texts, as addresses have them, before the texts are filed. */
export function idsOf(texts: readonly Planted[]) {
  const findings = texts.flatMap(({ document: { text, ...metadata } }) => preview(text, metadata).findings);
  const of = (kind: string): string[] =>
    findings.filter((finding) => finding.kind === kind).map(({ id }) => id.replace('#', '~'));
  return { commitments: of('commitment'), meetings: of('meeting'), areas: areasOf(findings) };
}

function areasOf(findings: ReturnType<typeof preview>['findings']): string[] {
  return [...new Set(findings.flatMap(({ mention }) => ('areas' in mention ? mention.areas : [])))];
}

/** The id of the first undertaking of a text. */
export function commitmentOf(text: Planted | undefined): string {
  return idsOf(text === undefined ? [] : [text]).commitments[0]?.replace('~', '#') ?? '';
}

/** Files texts as somebody of the clearance does. */
export async function plant(desk: Desk, clearance: Marking, texts: readonly Planted[]): Promise<void> {
  const own = deskOf(desk, { name: `planter-${clearance}`, clearance });
  for (const { document, marking } of texts)
    await addDocuments(own, [{ kind: 'document', place: 'planted', document }], undefined, { marking });
}

/** What a person is answered at each of the addresses. */
export async function answersTo(
  app: App,
  { headers }: Person,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  for (const address of addresses) answers.set(address, await wordsOf(await app.request(address, { headers })));
  return answers;
}

/** What a person is answered who posts; the page that it is sent from is one of the site. */
export async function answerToPost(app: App, { headers }: Person, { address, body, type }: Post): Promise<string> {
  const content = type === undefined ? {} : { 'content-type': type };
  const sent = { ...headers, ...content, origin: 'http://localhost' };
  return wordsOf(await app.request(address, { method: 'POST', body, headers: sent }));
}

/** The secrets that an answer tells and that its request did not have, each with what was asked. Who gives a state's code knows its name. */
export function leaksIn(answer: string, request: string, secrets: readonly Secret[]): string[] {
  const names = [...request.matchAll(/[A-Z]{3}/g)].map(([code]) => actorName(code, 'en'));
  const asked = [decodeURIComponent(request), ...names].join(' ');
  return secrets
    .filter(({ words }) => !holds(asked, words) && holds(answer, words))
    .map(({ words }) => `${words} in the answer to ${request}`);
}

/** Codes of states are told apart from parts of other words by their capitals. */
function holds(text: string, words: string): boolean {
  return /^[A-Z]+$/.test(words) ? text.includes(words) : text.toLowerCase().includes(words.toLowerCase());
}
