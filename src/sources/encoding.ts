import { ReadoutError } from '../model/index.ts';

/** How many bytes are looked at to tell binary data and UTF-16 from other text. */
const SAMPLE = 65_536;

/**
 * The text of bytes in UTF-8, UTF-16 or windows-1251, with line ends as `\n` and without a byte order mark.
 * `declared` is an encoding that the document names itself; it counts where the bytes are not UTF-8.
 * Throws `not-text` for binary data, `encoding` where no encoding fits.
 */
export function decodeText(bytes: Uint8Array, place: string, declared?: string): string {
  const text = decodeMarked(bytes) ?? decodeUtf16(bytes) ?? decodeUnmarked(bytes, place, declared);
  return text.replaceAll(/\r\n?/g, '\n');
}

function decodeMarked(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return undefined;
}

/** UTF-16 without a mark: zero bytes, or those of the Cyrillic block, stand on one side of each unit only. */
function decodeUtf16(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, SAMPLE);
  if (!sample.includes(0)) return undefined;
  const high = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0 || byte === 4) high[index % 2]! += 1;
  const units = sample.length / 2;
  const side = high[0]! > high[1]! ? 0 : 1;
  if (high[side]! < units * 0.9 || high[1 - side]! > units * 0.05) return undefined;
  return new TextDecoder(side === 0 ? 'utf-16be' : 'utf-16le').decode(bytes);
}

function decodeUnmarked(bytes: Uint8Array, place: string, declared: string | undefined): string {
  if (isBinary(bytes))
    throw new ReadoutError('not-text', 'not a text:', place, 'give a text, HTML, PDF, DOCX or JSON Lines file');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeCyrillic(bytes, declared) ?? refuse(place);
  }
}

function refuse(place: string): never {
  throw new ReadoutError('encoding', 'neither UTF-8, UTF-16 nor windows-1251:', place, 'save it as UTF-8');
}

/** Control characters other than tab, line ends, form feed and escape do not occur in texts. */
function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, SAMPLE).some((byte) => byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32));
}

function decodeCyrillic(bytes: Uint8Array, declared: string | undefined): string | undefined {
  const text = new TextDecoder('windows-1251').decode(bytes);
  if (declared !== undefined && /^(?:windows-1251|cp-?1251)$/i.test(declared)) return text;
  return looksRussian(text) ? text : undefined;
}

/**
 * Whether text decoded as windows-1251 is what was meant. Texts in other one-byte encodings show as Cyrillic letters inside
 * Latin words (Western European), as more capitals than small letters (KOI8-R), or as few vowels (ISO 8859-5, DOS 866).
 */
function looksRussian(text: string): boolean {
  const words = text.match(/\p{L}*\p{Script=Cyrillic}\p{L}*/gu) ?? [];
  const letters = words.join('');
  const small = letters.match(/[а-яёәғқңөұүһі]/gu)?.length ?? 0;
  const vowels = letters.match(/[аеёиоуыэюя]/giu)?.length ?? 0;
  const mixed = words.filter((word) => /[A-Za-z]/.test(word)).length;
  const odd = text.match(/[^\p{Script=Cyrillic}\p{Script=Latin}\p{N}\s\p{P}№§©®°±€+=<>|~^$`]/gu)?.length ?? 0;
  return (
    words.length > 0 &&
    mixed * 10 < words.length &&
    small * 2 > letters.length &&
    vowels > letters.length * 0.3 &&
    vowels < letters.length * 0.6 &&
    odd * 50 < text.length
  );
}
