import { documentsOfStream, type SourceItem } from '../../desk/index.ts';

/** The documents in uploaded files, one file after another; each is told by the name of its file. */
export async function* uploadedDocuments(files: readonly File[]): AsyncGenerator<SourceItem> {
  for (const file of files) {
    for await (const item of documentsOfStream(chunksOf(file))) yield { ...item, place: file.name };
  }
}

async function* chunksOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield chunk.value;
}
