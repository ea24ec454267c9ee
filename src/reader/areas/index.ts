export { areasInContext, areasOf } from './areas.ts';
