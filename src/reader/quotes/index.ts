import type { WithMentions, WithQuotes } from '../setting.ts';

/** Finds direct quotations and whose words they are. */
export function findQuotes(setting: WithMentions): WithQuotes {
  return { ...setting, quotes: [], quoteAt: () => undefined, speakerAt: () => undefined };
}
