export * from './actors.ts';
export * from './acts.ts';
export * from './areas.ts';
export * from './dates.ts';
export * from './document.ts';
export * from './errors.ts';
export * from './reading.ts';
export * from './spans.ts';
