import { raw } from 'hono/html';

/** A chart that was drawn beforehand; a table beside it has the same for readers of screens. */
export function Drawing({ label, svg }: { label: string; svg: string }) {
  return (
    <div class="drawing" role="img" aria-label={label}>
      {raw(svg)}
    </div>
  );
}
