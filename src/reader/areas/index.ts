export { areasOf } from './areas.ts';
