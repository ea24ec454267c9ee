import { ReadoutError } from '../../model/index.ts';
import type { AppOptions } from '../../server/index.ts';

/** Where and what to serve, and to whom. */
export interface Serving {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  /** Load the example dossier into a register that never had it. */
  readonly examples: boolean;
  /** Let in only who logs in. */
  readonly accounts: boolean;
  /** The address at which people reach the server. */
  readonly url?: string | undefined;
  /** Addresses of proxies, apart from this machine, that are believed when they say where a request comes from. */
  readonly proxy?: readonly string[] | undefined;
}

/**
 * Throws `unsupported` where the server could be reached by others than it is meant for: without accounts only by programs of this machine,
 * and with accounts only over TLS, since the cookies of sessions go nowhere else.
 */
export function requireSafe({ host, accounts, url }: Serving): void {
  if (!accounts && !isLoopback(host))
    throw new ReadoutError(
      'unsupported',
      'without accounts only this machine can be served, not',
      host,
      'add --accounts, with a register in PostgreSQL, or leave --host out',
    );
  if (accounts && url === undefined && !isLoopback(host))
    throw new ReadoutError(
      'unsupported',
      'people must reach the server over TLS, and it must know where; it listens on',
      host,
      'give its address with --url https://…, that of the proxy before it',
    );
  if (url !== undefined) requireGoodUrl(url);
}

function requireGoodUrl(url: string): void {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const isSafe = address?.protocol === 'https:' || (address?.protocol === 'http:' && isLoopback(address.hostname));
  if (address !== undefined && isSafe && address.pathname === '/' && address.search + address.hash === '') return;
  throw new ReadoutError(
    'unsupported',
    'not an address at which people can reach the server:',
    url,
    'write it as https://desk.example, without a path',
  );
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** The provider of OpenID Connect that the environment names; undefined where it names none. Throws `unsupported` where a part is missing. */
export function oidcSettings(environment: NodeJS.ProcessEnv): AppOptions['oidc'] | undefined {
  const issuer = environment.READOUT_OIDC_ISSUER;
  const clientId = environment.READOUT_OIDC_CLIENT_ID;
  const clientSecret = environment.READOUT_OIDC_CLIENT_SECRET;
  if (issuer === undefined && clientId === undefined) return undefined;
  if (issuer === undefined || clientId === undefined)
    throw new ReadoutError(
      'unsupported',
      'half a provider of OpenID Connect:',
      issuer ?? clientId ?? '',
      'set both READOUT_OIDC_ISSUER and READOUT_OIDC_CLIENT_ID, and READOUT_OIDC_CLIENT_SECRET where it gave one',
    );
  return { issuer, clientId, ...(clientSecret === undefined ? {} : { clientSecret }) };
}
