export { areasInContext, areasInText, areasOf, areasOnTopic } from './areas.ts';
