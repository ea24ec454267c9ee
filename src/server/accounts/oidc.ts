import type { Configuration } from 'openid-client';
import { ReadoutError } from '../../model/index.ts';

/** A provider of OpenID Connect at which the people of this desk log in. */
export interface OidcSettings {
  /** Its address, https; http only within this machine. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
}

/** What is kept in the browser between the way to the provider and back. */
export interface Pending {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who somebody is by the word of the provider. */
export interface OidcPerson {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly fullName?: string;
}

/** The authorization code flow with PKCE, state and nonce (RFC 9700). */
export interface Oidc {
  /** Where to send the browser so that it comes back to `callback`. */
  begin(callback: string): Promise<{ readonly address: string; readonly pending: Pending }>;
  /** Who came back to the address; throws `unauthorized` where anything does not fit. */
  finish(address: URL, pending: Pending): Promise<OidcPerson>;
}

/** The log-in by a provider, which is asked for its description when somebody first uses it. Throws `bad-input` for an issuer that is not safe. */
export function oidcOf(settings: OidcSettings): Oidc {
  const issuer = issuerOf(settings.issuer);
  let discovered: Promise<Configuration> | undefined;
  const configuration = (): Promise<Configuration> => {
    discovered ??= discover(issuer, settings).catch((cause: unknown) => {
      // So that it is asked again: a provider that is down comes back.
      discovered = undefined;
      throw refusal('the provider of log-ins does not answer:', issuer.href, cause);
    });
    return discovered;
  };
  return {
    async begin(callback) {
      const client = await import('openid-client');
      const pending = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const address = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback,
        scope: 'openid profile email',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, pending };
    },
    async finish(address, { state, nonce, verifier }) {
      const client = await import('openid-client');
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      };
      const config = await configuration();
      try {
        const answer = await client.authorizationCodeGrant(config, address, checks);
        const claims = answer.claims();
        if (claims === undefined) throw new RangeError('the answer has no ID token');
        // Most providers keep the names out of the ID token.
        const hasMore = config.serverMetadata().userinfo_endpoint !== undefined;
        const more = hasMore ? await client.fetchUserInfo(config, answer.access_token, claims.sub) : {};
        return personOf({ ...more, ...claims });
      } catch (cause) {
        throw refusal('the log-in was not confirmed by', issuer.href, cause);
      }
    },
  };
}

async function discover(issuer: URL, { clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  const client = await import('openid-client');
  const options = issuer.protocol === 'http:' ? { execute: [client.allowInsecureRequests] } : {};
  return client.discovery(issuer, clientId, clientSecret, undefined, { ...options, timeout: 10 });
}

function issuerOf(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isLocal = url !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)) return url;
  throw new ReadoutError('bad-input', 'no safe address of a provider of log-ins:', address, 'give one with https://');
}

interface Claims {
  readonly iss: string;
  readonly sub: string;
  readonly [claim: string]: unknown;
}

function personOf({ iss, sub, name, preferred_username, email }: Claims): OidcPerson {
  const called = [preferred_username, email, sub].find((one) => typeof one === 'string' && one !== '');
  return {
    issuer: iss,
    subject: sub,
    name: String(called),
    ...(typeof name === 'string' && name !== '' ? { fullName: name } : {}),
  };
}

function refusal(what: string, value: string, cause: unknown): ReadoutError {
  return new ReadoutError('unauthorized', what, value, 'try again, or ask who keeps this desk', { cause });
}
