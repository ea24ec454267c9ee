export { areasInContext, areasInParagraph, areasOf } from './areas.ts';
