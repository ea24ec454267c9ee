import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type DocumentMetadata, IsoDate, isRealDay, ReadoutError } from '../model/index.ts';

/** What may be told of a document beside its text, in JSON Lines and in a folder's `documents.json`. */
export const Metadata = z.object({
  publishedAt: IsoDate.optional(),
  publisher: z.string().min(1).optional(),
  url: z.string().min(1).optional(),
  language: z.string().min(2).optional(),
});

const FolderMetadata = z.record(z.string(), Metadata);
type FolderMetadata = z.infer<typeof FolderMetadata>;

/** The file in a folder that tells of its documents: `{ "NAME.txt": { "publishedAt": …, "publisher": …, "url": … } }`. */
const FOLDER_FILE = 'documents.json';

/** The first real day in a file's name: `2021-03-02-akorda.txt`, `kazinform-2021-03-02.html`. */
export function dayInName(name: string): string | undefined {
  for (const [day] of name.matchAll(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g)) if (isRealDay(day)) return day;
  return undefined;
}

/** What the folder tells of its documents; nothing where it has no such file. Throws `bad-json`. */
export async function folderMetadata(folder: string): Promise<FolderMetadata> {
  const file = join(folder, FOLDER_FILE);
  let json: string;
  try {
    json = await readFile(file, 'utf8');
  } catch {
    return {};
  }
  try {
    return FolderMetadata.parse(JSON.parse(json));
  } catch (cause) {
    throw badJson(file, cause);
  }
}

/** The error for JSON that is broken or says something else than it should. */
export function badJson(place: string, cause: unknown): ReadoutError {
  return new ReadoutError('bad-json', `${reasonOf(cause)}, at`, place, 'mend it; the rest was read', { cause });
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof z.ZodError)) return 'not valid JSON';
  const [issue] = cause.issues;
  return `"${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'not as expected'}`;
}

/** The metadata with the later ones' values before those of the earlier, leaving out what is unknown. */
export function merged(...all: readonly DocumentMetadata[]): DocumentMetadata {
  return Object.assign(
    {},
    ...all.map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined))),
  );
}
