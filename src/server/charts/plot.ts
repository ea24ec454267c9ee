import type * as PlotModule from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** A place for drawings that no browser shows. */
const { document } = parseHTML('<!doctype html><html><body></body></html>');

/**
 * A chart drawn by Observable Plot, as SVG. Its style sheet and style attributes are taken off, since the site's policy allows none in
 * a page: `readout.css` has what they said.
 */
export async function drawn(optionsOf: (plot: typeof PlotModule) => PlotModule.PlotOptions): Promise<string> {
  // Loaded at the first chart: pages without one do not wait for it.
  const plot = await import('@observablehq/plot');
  const chart = plot.plot({ ...optionsOf(plot), document, className: 'plot' });
  for (const style of chart.querySelectorAll('style')) style.remove();
  for (const element of chart.querySelectorAll('[style]')) element.removeAttribute('style');
  chart.removeAttribute('style');
  // The parts are not told apart for readers of screens: the whole is one picture, and the table beside it has its numbers.
  for (const part of chart.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  // A tenth of a pixel is fine enough, and a third of the bytes.
  return chart.outerHTML.replaceAll(/(\d\.\d)\d+/g, '$1');
}
