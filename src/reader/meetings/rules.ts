import data from './rules.json' with { type: 'json' };

export type RuleName = keyof typeof data;

/** The rules by which a meeting is told of: how often their findings are right on the development gold, an example, and the reason. */
export const RULES: Readonly<
  Record<RuleName, { readonly confidence: number; readonly example: string; readonly why: string }>
> = data;
