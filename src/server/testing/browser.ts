import { existsSync } from 'node:fs';
import { type Browser, type ConsoleMessage, chromium, type Page, type Response } from 'playwright-core';

/** Where a Chromium is installed; undefined where none is. */
export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts a browser without a window. Throws where no Chromium is installed. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM ?? 'chromium', args: FLAGS });
}

/**
 * What goes wrong in a page while it is used, as sentences: words on the console (violations of the Content-Security-Policy are among
 * them), errors thrown, answers of 500 and above, requests that fail, dialogs. That a page itself answers 4xx is no fault: the
 * console tells it as one, since the browser cannot know that it was asked for.
 */
export interface PageWatch {
  /** The faults since it was asked last. */
  faults(): string[];
}

export function watch(page: Page): PageWatch {
  const faults: string[] = [];
  const refused = new Set<string>();
  const told: ConsoleMessage[] = [];
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.request().method()} ${response.url()}`);
    else if (response.status() >= 400 && isAnswerToUser(response)) refused.add(response.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') told.push(message);
  });
  page.on('pageerror', ({ message }) => faults.push(`thrown: ${message}`));
  page.on('crash', () => faults.push('the page crashed'));
  page.on('dialog', (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // The browser gives up a request itself where the user goes elsewhere or a download begins.
    if (reason !== 'net::ERR_ABORTED') faults.push(`${reason} ${request.url()}`);
  });
  return {
    faults: () => [
      ...faults.splice(0),
      ...told
        .splice(0)
        .filter((message) => !(isRefusal(message) && refused.has(message.location().url)))
        .map((message) => `console: ${message.text()} (${message.location().url})`),
    ],
  };
}

/** A page, or the answer to a script that shows it: what is refused there is shown to the user. */
function isAnswerToUser(response: Response): boolean {
  const request = response.request();
  return request.isNavigationRequest() || request.resourceType() === 'fetch';
}

function isRefusal(message: ConsoleMessage): boolean {
  return /^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text());
}
