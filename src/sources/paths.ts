import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { type DocumentMetadata, ReadoutError } from '../model/index.ts';
import { documentsOfBytes, KINDS_BY_EXTENSION, kindOf } from './content.ts';
import { MAX_BYTES, refused, type SourceItem, tooLarge } from './item.ts';
import { documentsOfLines } from './json-lines.ts';
import { dayInName, folderMetadata, merged } from './metadata.ts';

/**
 * The documents of files and folders, one after another; folders with all below them, sorted by name. A file that is
 * given by name is always tried; in folders, files of unknown kinds are passed over. What `metadata` tells counts first,
 * then the folder's `documents.json`, then the file's own words, then the day in its name.
 */
export async function* documentsOfPaths(
  paths: readonly string[],
  metadata: DocumentMetadata = {},
): AsyncGenerator<SourceItem> {
  for (const path of paths) {
    try {
      if ((await stat(path)).isDirectory()) yield* documentsOfFolder(path, metadata);
      else yield* documentsOfFile(path, merged(await ofFolder(path), metadata));
    } catch (cause) {
      yield refused(path, missing(path, cause));
    }
  }
}

async function* documentsOfFolder(folder: string, metadata: DocumentMetadata): AsyncGenerator<SourceItem> {
  const entries = await readdir(folder, { withFileTypes: true });
  const told = await folderMetadata(folder);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) yield* documentsOfFolder(path, metadata);
    else if (entry.isFile() && extname(entry.name).toLowerCase() in KINDS_BY_EXTENSION)
      yield* documentsOfFile(path, merged(told[entry.name] ?? {}, metadata));
  }
}

async function ofFolder(path: string): Promise<DocumentMetadata> {
  const told = await folderMetadata(dirname(path));
  return told[basename(path)] ?? {};
}

async function* documentsOfFile(path: string, metadata: DocumentMetadata): AsyncGenerator<SourceItem> {
  try {
    const kind = kindOf(await beginningOf(path), path);
    const withDay = merged({ publishedAt: dayInName(basename(path)) }, metadata);
    if (kind === 'json-lines') yield* documentsOfLines(createReadStream(path), path, metadata);
    else if ((await stat(path)).size > MAX_BYTES) yield refused(path, tooLarge(path));
    else yield* documentsOfBytes(await readFile(path), kind, path, kind === 'feed' ? metadata : withDay);
  } catch (cause) {
    yield refused(path, missing(path, cause));
  }
}

async function beginningOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(1024), 0, 1024, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function missing(path: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || !('code' in cause)) return cause;
  const code = String(cause.code);
  if (code === 'ENOENT')
    return new ReadoutError('not-found', 'no such file or folder:', path, 'check the path', { cause });
  if (code === 'EACCES' || code === 'EPERM')
    return new ReadoutError('forbidden', 'not readable for you:', path, 'mend its permissions', { cause });
  return cause;
}
