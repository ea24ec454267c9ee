import { createServer } from 'node:http';
import { type Configuration, Provider } from 'oidc-provider';

/** A provider of OpenID Connect on this machine, with one client. */
export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Logs a person in at the address to which the site sent the browser; gives the address to which the provider sends it back. */
  logIn(address: string, person: string): Promise<string>;
  close(): Promise<void>;
}

const CLIENT = { clientId: 'readout', clientSecret: 'a secret of the tests' };

/** Starts the provider for a site that is called back at the address. */
export async function startProvider(callback: string): Promise<TestProvider> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, configuration(callback));
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  return {
    issuer,
    ...CLIENT,
    logIn: (address, person) => logInAt(address, person, callback),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function configuration(callback: string): Configuration {
  return {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [callback] }],
    cookies: { keys: ['a key of the tests'] },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({
        sub,
        preferred_username: sub,
        name: `${sub} of the Ministry`,
        email: `${sub}@ministry.example`,
      }),
    }),
  };
}

/** Goes the way of a browser with its cookies: the form of log-in, that of consent, and whatever leads on. */
async function logInAt(start: string, person: string, callback: string): Promise<string> {
  const cookies = new Map<string, string>();
  let address = start;
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 20; step++) {
    const answer: Response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    form = undefined;
    const location = answer.headers.get('location');
    if (location !== null) {
      address = new URL(location, address).href;
      if (address.startsWith(callback)) return address;
      continue;
    }
    const page = await answer.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (prompt === undefined) throw new Error(`the provider answers ${answer.status}: ${page.slice(0, 300)}`);
    form = new URLSearchParams({ prompt, login: person, password: 'whatever' });
    address = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', address).href;
  }
  throw new Error('the provider leads on for ever');
}
