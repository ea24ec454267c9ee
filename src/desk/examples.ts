import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setSetting, setting } from '../register/index.ts';
import { documentsOfPaths } from '../sources/index.ts';
import { type AddSummary, addDocuments } from './add-documents.ts';
import type { Desk } from './desk.ts';

const LOADED = 'examples-loaded';

/** Loads the example dossier into a register that never had it; undefined where it was loaded before. */
export async function loadExamples(desk: Desk): Promise<AddSummary | undefined> {
  if ((await setting(desk.register, LOADED)) !== undefined) return undefined;
  const summary = await addDocuments(desk, documentsOfPaths([join(packageFolder(), 'examples', 'kaz-kgz')]));
  await setSetting(desk.register, LOADED, new Date().toISOString());
  return summary;
}

/** The folder of the package, from the sources as well as from the compiled files. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
