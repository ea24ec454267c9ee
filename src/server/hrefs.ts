/** Ids of findings hold a `#`, which an address must not: `DOCUMENT~c120-168` stands for `DOCUMENT#c120-168`. */
const inAddress = (id: string): string => escaped(id.replace('#', '~'));

/** A part of a path. Half a letter (a lone surrogate), which no address can hold, becomes the sign for what cannot be read. */
const escaped = (part: string): string => encodeURIComponent(part.toWellFormed());

/** The id that an address names. */
export function idInAddress(part: string): string {
  return part.replace('~', '#');
}

/** The part of a finding's id that names its place in the document: `c120-168`. */
export function anchorOf(id: string): string {
  return id.slice(id.indexOf('#') + 1);
}

export const commitmentHref = (id: string): string => `/commitments/${inAddress(id)}`;
export const meetingHref = (id: string): string => `/meetings/${inAddress(id)}`;
export const pairHref = (pair: string): string => `/pairs/${escaped(pair)}`;
export const areaHref = (area: string): string => `/areas/${area}`;
export const actorHref = (actor: string): string => `/actors/${actor.split('/').map(escaped).join('/')}`;
export const documentHref = (document: string): string => `/documents/${escaped(document)}`;

/** A finding where it stands in its document. */
export function sourceHref({ document, id }: { readonly document: string; readonly id: string }): string {
  return `${documentHref(document)}#${anchorOf(id)}`;
}

/** The same page with other values of its query: `undefined` takes one off. */
export function withQuery(url: URL, changes: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(url.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? url.pathname : `${url.pathname}?${text}`;
}
