import { type Account, SCOPES, type Scope, type Token } from '../../desk/index.ts';
import { ReadoutError } from '../../model/index.ts';
import type { App, PageContext } from '../http/env.ts';
import { formOf } from '../http/form.ts';
import { useLocale } from '../parts/locale-context.tsx';
import { MarkingMark } from '../parts/marks.tsx';
import { Empty, Facts, PageHead, Section } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';
import type { AccountSite } from './site.ts';

/** For how many days a token may be made. */
const DAYS = [30, 90, 365] as const;

/** What people do with their own account: password, tokens, log-out. */
export function addAccountPage(app: App, { accounts }: AccountSite): void {
  const show = async (context: PageContext, more: Pick<AccountProps, 'made' | 'answer'> = {}) => {
    const { account, scopes } = asker(context);
    context.header('cache-control', 'no-store');
    const tokens = await accounts.tokens(account.id);
    return page(context, <AccountPage account={account} scopes={scopes} tokens={tokens} {...more} />);
  };
  app.get('/account', (context) => show(context));
  app.post('/account/password', async (context) => {
    const { old = '', password = '', again = '' } = await formOf(context);
    if (password !== again) return show(context, { answer: 'account.notTheSame' });
    const { account, session } = asker(context);
    try {
      await accounts.changePassword(account.id, old, password, session);
      return await show(context, { answer: 'account.passwordChanged' });
    } catch (error) {
      if (error instanceof ReadoutError && error.code === 'unauthorized')
        return show(context, { answer: 'account.wrongPassword' });
      throw error;
    }
  });
  app.post('/account/tokens', async (context) => {
    const { name = '', scopes = '', days = '' } = await formOf(context);
    const { account } = asker(context);
    const made = await accounts.makeToken(account.id, {
      name: name.trim(),
      scopes: scopesIn(scopes),
      days: daysIn(days),
    });
    return show(context, { made: made.token });
  });
  app.post('/account/tokens/revoke', async (context) => {
    const { id = '' } = await formOf(context);
    await accounts.revokeToken(asker(context).account.id, id);
    return context.redirect('/account', 303);
  });
}

/** The account that asks; the gate lets nobody else come here. */
function asker(context: PageContext) {
  const { who } = context.var.view;
  if (who.kind === 'account' && who.session !== undefined) return { ...who, session: who.session };
  throw new ReadoutError('unauthorized', 'nobody is logged in', '', 'log in');
}

function scopesIn(list: string): Scope[] {
  const chosen = SCOPES.filter((scope) => list.split(',').includes(scope));
  if (chosen.length > 0) return chosen;
  throw new ReadoutError('bad-input', 'a token needs at least one right', '', `choose among ${SCOPES.join(', ')}`);
}

function daysIn(value: string): number {
  const days = DAYS.find((one) => String(one) === value);
  if (days !== undefined) return days;
  throw new ReadoutError('bad-input', 'no such time for a token:', value, `choose ${DAYS.join(', ')} days`);
}

/** What is said of a change of the password, and how it looks. */
const ANSWERS = {
  'account.passwordChanged': 'notice',
  'account.notTheSame': 'fault',
  'account.wrongPassword': 'fault',
} as const;

interface AccountProps {
  readonly account: Account;
  readonly scopes: readonly Scope[];
  readonly tokens: readonly Token[];
  /** A token that was made just now: it is shown this once. */
  readonly made?: string | undefined;
  /** What became of a change of the password. */
  readonly answer?: keyof typeof ANSWERS;
}

function AccountPage({ account, scopes, tokens, made, answer }: AccountProps) {
  const { t, of } = useLocale();
  return (
    <Page title={t('account.title')}>
      <PageHead label={t('account.title')} title={account.fullName ?? account.name}>
        {answer === undefined ? (
          ''
        ) : (
          <p role="status" class={ANSWERS[answer]}>
            {t(answer)}
          </p>
        )}
      </PageHead>
      <div class="columns">
        <div>
          <TokensSection tokens={tokens} scopes={scopes} made={made} />
        </div>
        <div>
          <Section title={t('account.about')}>
            <Facts
              facts={[
                [t('account.name'), account.name],
                [t('account.role'), of('role', account.role)],
                [t('account.clearance'), <MarkingMark marking={account.clearance} />],
              ]}
            />
            <form method="post" action="/logout" class="answers">
              <button type="submit" class="plain">
                {t('account.logOut')}
              </button>
            </form>
          </Section>
          {account.oidc ? '' : <PasswordSection />}
        </div>
      </div>
    </Page>
  );
}

function PasswordSection() {
  const { t } = useLocale();
  return (
    <Section title={t('account.changePassword')}>
      <form method="post" action="/account/password" class="stacked">
        <label>
          <span class="label">{t('account.oldPassword')}</span>
          <input type="password" name="old" required autocomplete="current-password" />
        </label>
        <NewPassword name="password" label={t('account.newPassword')} />
        <NewPassword name="again" label={t('account.newPasswordAgain')} />
        <p class="quiet small">{t('account.passwordRules')}</p>
        <button type="submit" class="plain">
          {t('account.changePassword')}
        </button>
      </form>
    </Section>
  );
}

/** A field for a password that is being set. */
export function NewPassword({ name, label }: { name: string; label: string }) {
  return (
    <label>
      <span class="label">{label}</span>
      <input type="password" name={name} required minlength={12} maxlength={256} autocomplete="new-password" />
    </label>
  );
}

function TokensSection({ tokens, scopes, made }: Pick<AccountProps, 'tokens' | 'scopes' | 'made'>) {
  const { t, of } = useLocale();
  return (
    <Section title={t('token.title')}>
      <p class="quiet">{t('token.lead')}</p>
      {made === undefined ? '' : <MadeToken token={made} />}
      {tokens.length === 0 ? <Empty>{t('token.none')}</Empty> : ''}
      <ol class="lines">
        {tokens.map((token) => (
          <TokenLine token={token} />
        ))}
      </ol>
      <form method="post" action="/account/tokens" class="filters">
        <label class="grow">
          <span class="label">{t('token.name')}</span>
          <input type="text" name="name" required maxlength={80} />
        </label>
        <fieldset class="choices">
          <legend class="label">{t('token.scopes')}</legend>
          {scopes.map((scope) => (
            <label class="check">
              <input type="checkbox" name="scopes" value={scope} checked={scope === 'read'} /> {of('scope', scope)}
            </label>
          ))}
        </fieldset>
        <label>
          <span class="label">{t('token.for')}</span>
          <select name="days">
            {DAYS.map((days) => (
              <option value={String(days)}>{t('token.days', { count: days })}</option>
            ))}
          </select>
        </label>
        <button type="submit" class="plain">
          {t('token.make')}
        </button>
      </form>
    </Section>
  );
}

function MadeToken({ token }: { token: string }) {
  const { t } = useLocale();
  return (
    <div role="status" class="notice">
      <label>
        <span>{t('token.once')}</span>
        <input type="text" readonly value={token} class="token" autofocus />
      </label>
    </div>
  );
}

function TokenLine({ token: { id, name, scopes, createdAt, expiresAt } }: { token: Token }) {
  const { t, of, day } = useLocale();
  return (
    <li class="line">
      <p>
        <strong>{name}</strong> {scopes.map((scope) => of('scope', scope)).join(', ')}
      </p>
      <div class="meta">
        <span>{t('token.made', { date: day(createdAt.slice(0, 10)) })}</span>
        <span>{t('token.until', { date: day(expiresAt.slice(0, 10)) })}</span>
        <form method="post" action="/account/tokens/revoke" class="inline">
          <input type="hidden" name="id" value={id} />
          <button type="submit" class="plain small" aria-label={`${t('token.revoke')}: ${name}`}>
            {t('token.revoke')}
          </button>
        </form>
      </div>
    </li>
  );
}
