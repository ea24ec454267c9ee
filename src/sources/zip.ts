import { inflateRawSync } from 'node:zlib';

// The parts of a ZIP file by the names and offsets of its specification (PKWARE APPNOTE 6.3, 4.3.7, 4.3.12 and 4.3.16).
const LOCAL = { signature: 0x04034b50, size: 30 };
const CENTRAL = { signature: 0x02014b50, size: 46 };
const END = { signature: 0x06054b50, size: 22 };
const STORED = 0;
const DEFLATED = 8;
const NAMES_IN_UTF8 = 0x800;

/** One file of an archive, as it is packed. */
interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: Buffer;
}

/** A file of an archive, unpacked. */
export interface UnpackedFile {
  readonly name: string;
  readonly content: Buffer;
}

/**
 * The files of an archive that `isWanted`, unpacked; undefined where they would have more than `most` bytes together, of which no more are
 * unpacked. What the archive says of their sizes is not believed. Throws `RangeError` where the archive is damaged.
 */
export function unzipUpTo(
  archive: Buffer,
  most: number,
  isWanted: (name: string) => boolean,
): UnpackedFile[] | undefined {
  const files: UnpackedFile[] = [];
  let room = most;
  for (const entry of entriesOf(archive)) {
    if (!isWanted(entry.name)) continue;
    const content = unpack(entry, room);
    if (content === undefined) return undefined;
    room -= content.length;
    files.push({ name: entry.name, content });
  }
  return files;
}

function* entriesOf(archive: Buffer): Generator<Entry> {
  const end = archive.lastIndexOf(signatureOf(END));
  if (end < 0) throw new RangeError('the archive has no end');
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (archive.readUInt32LE(at) !== CENTRAL.signature) throw new RangeError('the archive is damaged');
    const nameEnd = at + CENTRAL.size + archive.readUInt16LE(at + 28);
    yield {
      name: archive.toString('utf8', at + CENTRAL.size, nameEnd),
      method: archive.readUInt16LE(at + 10),
      packed: packedAt(archive, archive.readUInt32LE(at + 42), archive.readUInt32LE(at + 20)),
    };
    at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

function packedAt(archive: Buffer, local: number, size: number): Buffer {
  const start = local + LOCAL.size + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  return archive.subarray(start, start + size);
}

function unpack({ method, packed }: Entry, room: number): Buffer | undefined {
  if (method === STORED) return packed.length > room ? undefined : packed;
  if (method !== DEFLATED) throw new RangeError('the archive is packed in a way that is not known');
  try {
    // The library takes no limit of nothing.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw error;
  }
}

/** An archive of the files as they are, not packed: whoever reads it comes upon no more bytes than it has. Checksums are left out. */
export function storedZip(files: readonly UnpackedFile[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content } of files) {
    const nameBytes = Buffer.from(name);
    directory.push(centralHeader(nameBytes, content, at), nameBytes);
    locals.push(localHeader(nameBytes, content), nameBytes, content);
    at += LOCAL.size + nameBytes.length + content.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...locals, central, endHeader(files.length, central.length, at)]);
}

function localHeader(name: Buffer, { length }: Buffer): Buffer {
  const header = headerOf(LOCAL);
  header.writeUInt16LE(NAMES_IN_UTF8, 6);
  header.writeUInt32LE(length, 18);
  header.writeUInt32LE(length, 22);
  header.writeUInt16LE(name.length, 26);
  return header;
}

function centralHeader(name: Buffer, { length }: Buffer, local: number): Buffer {
  const header = headerOf(CENTRAL);
  header.writeUInt16LE(NAMES_IN_UTF8, 8);
  header.writeUInt32LE(length, 20);
  header.writeUInt32LE(length, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(local, 42);
  return header;
}

function endHeader(count: number, size: number, at: number): Buffer {
  const header = headerOf(END);
  header.writeUInt16LE(count, 8);
  header.writeUInt16LE(count, 10);
  header.writeUInt32LE(size, 12);
  header.writeUInt32LE(at, 16);
  return header;
}

function headerOf({ signature, size }: { readonly signature: number; readonly size: number }): Buffer {
  const header = Buffer.alloc(size);
  header.writeUInt32LE(signature, 0);
  return header;
}

function signatureOf({ signature }: { readonly signature: number }): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
