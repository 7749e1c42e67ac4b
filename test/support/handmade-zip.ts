import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../scenarios/wire/zip/crc32.ts';

/** An entry of a zip, and where it lies about itself. */
export interface HandmadeEntry {
  readonly name: string;
  readonly text?: string | Uint8Array;
  readonly stored?: boolean;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  /** Declared size; the bytes stay what they are. */
  readonly size?: number;
  readonly madeBy?: number;
  readonly attributes?: number;
}

const header = (
  length: number,
  fields: readonly (readonly [offset: number, bytes: 2 | 4, value: number])[],
): Buffer => {
  const bytes = Buffer.alloc(length);
  for (const [offset, size, value] of fields) bytes.writeUIntLE(value, offset, size);
  return bytes;
};

/** A zip written byte by byte, so that it can be wrong in every way. */
export function handmadeZip(entries: readonly HandmadeEntry[]): Uint8Array {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.text ?? '');
    const packed = entry.stored ? content : deflateRawSync(content);
    const name = Buffer.from(entry.name);
    const crc = entry.crc ?? crc32(content);
    const [size, method] = [entry.size ?? content.length, entry.method ?? (entry.stored ? 0 : 8)];
    const both = [crc, packed.length, size] as const;
    const sizes = (at: number) => both.map((value, index) => [at + 4 * index, 4, value] as const);
    const local = header(30, [
      [0, 4, 0x04034b50],
      [6, 2, entry.flags ?? 0],
      [8, 2, method],
      ...sizes(14),
      [26, 2, name.length],
    ]);
    files.push(local, name, packed);
    const central = header(46, [
      ...([
        [0, 4, 0x02014b50],
        [4, 2, entry.madeBy ?? 20],
        [8, 2, entry.flags ?? 0],
        [10, 2, method],
      ] as const),
      ...sizes(16),
      ...([
        [28, 2, name.length],
        [38, 4, entry.attributes ?? 0],
        [42, 4, offset],
      ] as const),
    ]);
    directory.push(central, name);
    offset += local.length + name.length + packed.length;
  }
  const length = directory.reduce((sum, piece) => sum + piece.length, 0);
  const count = entries.length;
  const end = header(22, [
    [0, 4, 0x06054b50],
    [8, 2, count],
    [10, 2, count],
    [12, 4, length],
    [16, 4, offset],
  ]);
  return new Uint8Array(Buffer.concat([...files, ...directory, end]));
}
