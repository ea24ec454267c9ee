import type { WithFacts, WithMentions } from '../setting.ts';

/** Finds the noun phrases that name actors and says which actor each names. */
export function findMentions(setting: WithFacts): WithMentions {
  return { ...setting, mentions: [], mentionAt: () => undefined, parties: [] };
}
