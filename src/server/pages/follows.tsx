import { type Follow, follow, groups, keyOf, resolveActor, unfollow } from '../../desk/index.ts';
import { ReadoutError } from '../../model/index.ts';
import type { App } from '../http/env.ts';
import { formOf } from '../http/form.ts';
import { localAddress } from '../http/view.ts';
import type { Locale } from '../locale/locale.ts';
import { Back } from '../parts/follow.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { Section } from '../parts/section.tsx';

/** The forms that follow and unfollow. */
export function addFollows(app: App): void {
  app.post('/follow', async (context) => {
    const form = await formOf(context);
    await follow(context.var.desk, followIn(form));
    return context.redirect(localAddress(form.back ?? '/'), 303);
  });
  app.post('/unfollow', async (context) => {
    const { key = '', back = '/' } = await formOf(context);
    await unfollow(context.var.desk, key);
    return context.redirect(localAddress(back), 303);
  });
}

type Fields = Readonly<Record<string, string>>;

const IN_FORM: Readonly<Record<string, (fields: Fields) => Follow>> = {
  pair: ({ pair = '' }) => ({ kind: 'pair', pair }),
  actor: ({ actor = '' }) => ({ kind: 'actor', actor: resolveActor(actor) }),
  group: ({ group = '' }) => ({ kind: 'group', group }),
  states: ({ name = '', states = '' }) => {
    const ids = [...new Set(statesIn(states).map(resolveActor))];
    return { kind: 'states', name: name.trim() || ids.join(', '), states: ids };
  },
};

/** What a form wants to follow. Throws `bad-input` and `unknown-actor`. */
function followIn(fields: Fields): Follow {
  const { kind = '' } = fields;
  const read = Object.hasOwn(IN_FORM, kind) ? IN_FORM[kind] : undefined;
  if (read !== undefined) return read(fields);
  throw new ReadoutError('bad-input', 'this cannot be followed:', kind, `choose ${Object.keys(IN_FORM).join(', ')}`);
}

/** States set apart by commas, or codes by spaces. */
function statesIn(text: string): string[] {
  const isCodes = /^[A-Za-z]{3}(?:[\s,;]+[A-Za-z]{3})*$/.test(text.trim());
  return text
    .split(isCodes ? /[\s,;]+/ : /[,;\n]+/)
    .map((state) => state.trim())
    .filter((state) => state !== '');
}

/** What is followed, each with a button that takes it off, and the forms that add to it. */
export function FollowSection({ followed }: { followed: readonly Follow[] }) {
  const { t } = useLocale();
  return (
    <Section id="follows" title={t('follow.title')}>
      {followed.length === 0 ? <p class="hint">{t('follow.hint')}</p> : <FollowList followed={followed} />}
      <details class="follow-more">
        <summary>{t('follow.more')}</summary>
        <GroupForm />
        <StatesForm />
      </details>
    </Section>
  );
}

function FollowList({ followed }: { followed: readonly Follow[] }) {
  const locale = useLocale();
  return (
    <ul class="chips">
      {followed.map((what) => (
        <li>
          <form method="post" action="/unfollow" class="inline">
            <input type="hidden" name="key" value={keyOf(what)} />
            <Back />
            <button
              type="submit"
              class="chip"
              aria-label={locale.t('follow.stop', { what: nameOf(what, locale) })}
              title={what.kind === 'states' ? what.states.map(locale.actor).join(', ') : undefined}
            >
              {nameOf(what, locale)} <span aria-hidden="true">×</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

/** What a followed thing is called. */
function nameOf(what: Follow, { t, actor }: Locale): string {
  switch (what.kind) {
    case 'pair':
      return what.pair.split('-').map(actor).join(' – ');
    case 'actor':
      return t('follow.ofActor', { actor: actor(what.actor) });
    case 'group':
      return actor(what.group);
    case 'states':
      return what.name;
  }
}

function GroupForm() {
  const { t, actor, language } = useLocale();
  const order = new Intl.Collator(language);
  const options = groups().map((id) => [id, capitalized(actor(id))] as const);
  return (
    <form method="post" action="/follow" class="filters">
      <input type="hidden" name="kind" value="group" />
      <Back />
      <label class="grow">
        <span class="label">{t('follow.group')}</span>
        <select name="group" required>
          {options
            .toSorted((a, b) => order.compare(a[1], b[1]))
            .map(([id, name]) => (
              <option value={id}>{name}</option>
            ))}
        </select>
      </label>
      <button type="submit">{t('follow.button')}</button>
    </form>
  );
}

function StatesForm() {
  const { t } = useLocale();
  return (
    <form method="post" action="/follow" class="filters">
      <input type="hidden" name="kind" value="states" />
      <Back />
      <label>
        <span class="label">{t('follow.name')}</span>
        <input type="text" name="name" maxlength={80} size={16} />
      </label>
      <label class="grow">
        <span class="label">{t('follow.states')}</span>
        <input type="text" name="states" required placeholder="KAZ, KGZ, UZB" />
      </label>
      <button type="submit">{t('follow.button')}</button>
    </form>
  );
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
