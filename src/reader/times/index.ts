export { deadlineOf } from './deadlines.ts';
export { findTimes, timesOf } from './times.ts';
