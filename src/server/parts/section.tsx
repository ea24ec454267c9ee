import type { Child } from 'hono/jsx';

/** A part of a page under a heading with a hairline, and what stands at its right end. */
export function Section({
  id,
  title,
  count,
  aside,
  children,
}: {
  id?: string;
  title: string;
  count?: string | undefined;
  aside?: Child;
  children?: Child;
}) {
  return (
    <section class="section" id={id}>
      <header class="section-head">
        <h2>{title}</h2>
        {count === undefined ? '' : <span class="count number">{count}</span>}
        {aside === undefined ? '' : <div class="section-aside">{aside}</div>}
      </header>
      {children}
    </section>
  );
}

/** The title of a page, with a small label above and what is known in short below. */
export function PageHead({
  label,
  title,
  lang,
  silent = false,
  children,
}: {
  label?: Child;
  title: Child;
  /** The title stands below anyway, and here only for readers of screens. */
  silent?: boolean;
  lang?: string | undefined;
  children?: Child;
}) {
  return (
    <header class="page-head">
      {label === undefined ? '' : <p class="label">{label}</p>}
      <h1 lang={lang} class={silent ? 'visually-hidden' : undefined}>
        {title}
      </h1>
      {children}
    </header>
  );
}

/** What a list says when there is nothing in it. */
export function Empty({ children }: { children?: Child }) {
  return <p class="empty">{children}</p>;
}

/** Names and values. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: Child | undefined])[] }) {
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Something that may be wider than the screen: it scrolls by itself, by the keyboard too. */
export function Scroll({ label, children }: { label: string; children?: Child }) {
  return (
    <section class="scroll" tabindex={0} aria-label={label}>
      {children}
    </section>
  );
}
