export { findMeetings } from './meetings.ts';
