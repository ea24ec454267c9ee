import type { PageContext } from './env.ts';

/** The fields of a form as strings; a field given several times is joined by commas, files are left out. */
export async function formOf(context: PageContext): Promise<Readonly<Record<string, string>>> {
  const fields = await context.req.parseBody({ all: true });
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      [value]
        .flat()
        .filter((one) => typeof one === 'string')
        .join(','),
    ]),
  );
}
