import type { Planted } from './secrets.ts';
import { commitmentOf } from './walk.ts';

/** A request that changes something, with what it gives away itself. */
export interface Post {
  readonly address: string;
  readonly body: URLSearchParams | FormData | string;
  readonly type: string | undefined;
  /** Whether the text of the document is in it: who has the text knows its words. */
  readonly hasText: boolean;
  /** What a person who may do such a thing, but not see the document, is answered. */
  readonly expected: readonly number[];
}

const FORM = 'application/x-www-form-urlencoded';
const GONE: readonly number[] = [404];

/**
 * What can be posted to each route about a document that the sender may not see, and the answer to it; `ruling` is the id of a decision
 * about it. Routes are those of the router, `METHOD PATTERN`.
 */
export function postsAbout(text: Planted, ruling: string): Readonly<Record<string, readonly Post[]>> {
  const { id } = text.document;
  const finding = commitmentOf(text);
  const words = text.document.text;
  const posts: Readonly<Record<string, readonly Post[]>> = {
    'POST /settings': [form('/settings', { theme: 'dark', back: `/documents/${id}` }, [303])],
    'POST /search/save': [form('/search/save', { query: 'q=railway', name: 'railway' }, [303])],
    'POST /search/forget': [form('/search/forget', { query: 'q=railway' }, [303])],
    'POST /follow': [form('/follow', { kind: 'pair', pair: 'BTN-MLT' }, [303])],
    'POST /unfollow': [form('/unfollow', { key: 'pair BTN-MLT' }, [303])],
    'POST /add/preview': [withText(form('/add/preview', { text: words }, [200]))],
    'POST /add/text': [withText(form('/add/text', { text: words }, [200]))],
    'POST /add/address': [form('/add/address', { address: 'http://127.0.0.1:1/' }, [200, 403])],
    'POST /add/files': [withText(upload(words))],
    'POST /decisions': [
      form('/decisions', { kind: 'note', subject: finding, text: 'seen' }, GONE),
      form('/decisions', { kind: 'set-status', subject: finding, status: 'open' }, [403, 404]),
      form('/decisions', { kind: 'merge', subject: finding, other: finding }, [403, 404]),
    ],
    'POST /decisions/undo': [form('/decisions/undo', { id: ruling }, GONE)],
    'POST /review/decide': [form('/review/decide', { kind: 'accept', subject: finding, pair: 'KAZ-KGZ' }, GONE)],
    'POST /review/undo': [form('/review/undo', { id: ruling, pair: 'KAZ-KGZ' }, GONE)],
    'POST /documents/:id/marking': [form(`/documents/${id}/marking`, { marking: 'public' }, GONE)],
    'POST /accounts': [form('/accounts', { name: '', role: 'reader', clearance: 'public', password: '' }, [400])],
    'POST /accounts/:id': [form('/accounts/none', { role: 'reader', clearance: 'public' }, GONE)],
    'POST /accounts/:id/password': [form('/accounts/none/password', { password: 'quite another one' }, GONE)],
    'POST /account/password': [form('/account/password', { old: 'a', password: 'b', again: 'c' }, [200])],
    'POST /account/tokens': [form('/account/tokens', { name: 'feed', scopes: 'read', days: '30' }, [200])],
    'POST /account/tokens/revoke': [form('/account/tokens/revoke', { id: 'none' }, GONE)],
    'POST /api/v1/read': [withText(json('/read', { text: words }, [200]))],
    'POST /api/v1/decisions': [
      json('/decisions', { kind: 'note', subject: finding, payload: { text: 'seen' } }, GONE),
      json('/decisions', { kind: 'reject', subject: finding }, [403, 404]),
    ],
    'POST /api/v1/decisions/:id/undo': [json(`/decisions/${ruling}/undo`, {}, GONE)],
  };
  return posts;
}

function form(address: string, fields: Readonly<Record<string, string>>, expected: readonly number[]): Post {
  return { address, body: new URLSearchParams(fields), type: FORM, hasText: false, expected };
}

function json(path: string, body: unknown, expected: readonly number[]): Post {
  const address = `/api/v1${path}`;
  return { address, body: JSON.stringify(body), type: 'application/json', hasText: false, expected };
}

function upload(words: string): Post {
  const body = new FormData();
  body.append('files', new File([words], 'a.txt'));
  return { address: '/add/files', body, type: undefined, hasText: false, expected: [200] };
}

function withText(post: Post): Post {
  return { ...post, hasText: true };
}
