import { type Account, ROLES, type Role } from '../../desk/index.ts';
import { type Marking, parseMarking, ReadoutError } from '../../model/index.ts';
import type { App, PageContext } from '../http/env.ts';
import { formOf } from '../http/form.ts';
import { markingsFor } from '../http/markings.ts';
import { useLocale, useView } from '../parts/locale-context.tsx';
import { MarkingMark } from '../parts/marks.tsx';
import { PageHead, Section } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';
import { NewPassword } from './account.tsx';
import type { AccountSite } from './site.ts';

/** What administrators do: accounts, their roles and clearances. */
export function addAccountsPages(app: App, { accounts }: AccountSite): void {
  app.get('/accounts', async (context) => page(context, <AccountsPage accounts={await accounts.list()} />));
  app.post('/accounts', async (context) => {
    const { name = '', fullName = '', role = '', clearance = '', password = '' } = await formOf(context);
    await accounts.add(
      {
        name: name.trim(),
        ...(fullName.trim() === '' ? {} : { fullName: fullName.trim() }),
        role: roleOf(role),
        clearance: parseMarking(clearance),
        password,
      },
      by(context),
    );
    return context.redirect('/accounts', 303);
  });
  app.post('/accounts/:id', async (context) => {
    const { fullName = '', role = '', clearance = '', active = '' } = await formOf(context);
    const change = {
      fullName: fullName.trim(),
      role: roleOf(role),
      clearance: parseMarking(clearance),
      active: active === 'yes',
    };
    await accounts.change(context.req.param('id'), change, by(context));
    return context.redirect('/accounts', 303);
  });
  app.post('/accounts/:id/password', async (context) => {
    const { password = '' } = await formOf(context);
    await accounts.setPassword(context.req.param('id'), password, by(context));
    return context.redirect('/accounts', 303);
  });
}

/** Who makes the change; the gate lets nobody come here without an account. */
function by(context: PageContext): Account {
  const { who } = context.var.view;
  if (who.kind === 'account') return who.account;
  throw new ReadoutError('unauthorized', 'nobody is logged in', '', 'log in');
}

function roleOf(value: string): Role {
  const role = ROLES.find((one) => one === value);
  if (role !== undefined) return role;
  throw new ReadoutError('bad-input', 'no role is called', value, `the roles are ${ROLES.join(', ')}`);
}

function AccountsPage({ accounts }: { accounts: readonly Account[] }) {
  const { t, number } = useLocale();
  return (
    <Page title={t('accounts.title')}>
      <PageHead title={t('accounts.title')}>
        <p class="lead">{t('accounts.lead')}</p>
      </PageHead>
      <Section title={t('accounts.all')} count={number(accounts.length)}>
        <ol class="lines">
          {accounts.map((account) => (
            <AccountLine account={account} />
          ))}
        </ol>
      </Section>
      <Section title={t('accounts.new')}>
        <form method="post" action="/accounts" class="filters">
          <label>
            <span class="label">{t('account.name')}</span>
            <input type="text" name="name" required maxlength={80} autocomplete="off" autocapitalize="none" />
          </label>
          <FullName value="" />
          <RoleChoice chosen="reader" />
          <ClearanceChoice chosen="public" />
          <NewPassword name="password" label={t('account.password')} />
          <button type="submit">{t('accounts.add')}</button>
        </form>
        <p class="quiet small">{t('account.passwordRules')}</p>
      </Section>
    </Page>
  );
}

function AccountLine({ account }: { account: Account }) {
  const { t, of, day } = useLocale();
  const { id, name, fullName, role, clearance, active, oidc, lastLogIn } = account;
  const mayChange = markingsFor(useView().who).includes(clearance);
  return (
    <li class="line" id={id}>
      <p>
        <strong>{name}</strong> {fullName ?? ''} {active ? '' : <span class="warn">{t('accounts.inactive')}</span>}
      </p>
      <p class="meta">
        <span>{of('role', role)}</span>
        <MarkingMark marking={clearance} />
        <span>
          {lastLogIn === undefined ? t('accounts.never') : t('accounts.last', { date: day(lastLogIn.slice(0, 10)) })}
        </span>
        {oidc ? <span>{t('accounts.oidc')}</span> : ''}
      </p>
      {mayChange ? <ChangeForms account={account} /> : <p class="quiet small">{t('accounts.above')}</p>}
    </li>
  );
}

function ChangeForms({ account: { id, name, fullName, role, clearance, active, oidc } }: { account: Account }) {
  const { t } = useLocale();
  return (
    <details class="edit">
      <summary>
        {t('accounts.change')} <span class="visually-hidden">{name}</span>
      </summary>
      <form method="post" action={`/accounts/${id}`} class="filters">
        <FullName value={fullName ?? ''} />
        <RoleChoice chosen={role} />
        <ClearanceChoice chosen={clearance} />
        <label class="check">
          <input type="checkbox" name="active" value="yes" checked={active} /> {t('accounts.active')}
        </label>
        <button type="submit" class="plain">
          {t('accounts.save')}
        </button>
      </form>
      {oidc ? (
        ''
      ) : (
        <form method="post" action={`/accounts/${id}/password`} class="filters">
          <NewPassword name="password" label={t('account.newPassword')} />
          <button type="submit" class="plain">
            {t('accounts.setPassword')}
          </button>
        </form>
      )}
    </details>
  );
}

function FullName({ value }: { value: string }) {
  const { t } = useLocale();
  return (
    <label>
      <span class="label">{t('account.fullName')}</span>
      <input type="text" name="fullName" value={value} maxlength={120} autocomplete="off" />
    </label>
  );
}

function RoleChoice({ chosen }: { chosen: Role }) {
  const { t, of } = useLocale();
  return (
    <label>
      <span class="label">{t('account.role')}</span>
      <select name="role">
        {ROLES.map((role) => (
          <option value={role} selected={role === chosen}>
            {of('role', role)}
          </option>
        ))}
      </select>
    </label>
  );
}

function ClearanceChoice({ chosen }: { chosen: Marking }) {
  const { t, of } = useLocale();
  const choices = markingsFor(useView().who);
  return (
    <label>
      <span class="label">{t('account.clearance')}</span>
      <select name="clearance">
        {choices.map((marking) => (
          <option value={marking} selected={marking === chosen}>
            {of('marking', marking)}
          </option>
        ))}
      </select>
    </label>
  );
}
