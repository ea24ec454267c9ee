import type { ActorId, Language } from '../../model/index.ts';
import en from '../languages/en/facts.json' with { type: 'json' };
import kk from '../languages/kk/facts.json' with { type: 'json' };
import ky from '../languages/ky/facts.json' with { type: 'json' };
import publishers from '../languages/publishers.json' with { type: 'json' };
import ru from '../languages/ru/facts.json' with { type: 'json' };

/** What a language's `facts.json` holds: words that give a document's kind and sources away. */
export type FactCues = Readonly<Record<keyof typeof en, readonly string[]>>;

const CUES: Readonly<Record<Language, FactCues>> = { en, ru, kk, ky };

/** The cues of a language. */
export function factCues(language: Language): FactCues {
  return CUES[language];
}

/** A news agency or official site, and the state whose voice it is; none for an independent one. */
export interface Publisher {
  readonly state?: ActorId;
  readonly names: readonly string[];
  readonly domains: readonly string[];
}

const PUBLISHERS: readonly Publisher[] = publishers;
const byName = new Map(
  PUBLISHERS.flatMap((publisher) => publisher.names.map((name) => [name.toLowerCase(), { publisher, name }])),
);

/** The publisher of this name, and the name as it is usually written. */
export function publisherNamed(name: string): { publisher: Publisher; name: string } | undefined {
  return byName.get(name.trim().toLowerCase());
}

/** The publisher behind an address, by the host's last parts. */
export function publisherAt(url: string): Publisher | undefined {
  const host = URL.parse(url)?.hostname ?? '';
  return PUBLISHERS.find(({ domains }) => domains.some((domain) => host === domain || host.endsWith(`.${domain}`)));
}
