/** A file as the directory at the end of a zip lists it. */
export interface ZipEntry {
  /** With `/` between folders; a folder's own entry ends in one. */
  readonly name: string;
  readonly encrypted: boolean;
  readonly symlink: boolean;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly crc: number;
  /** Bytes in the zip. */
  readonly packed: number;
  /** Bytes of the file, as the zip declares them. */
  readonly size: number;
  /** Offset of the header that stands before the file's bytes. */
  readonly header: number;
}

/** Why a directory cannot be read. */
export type DirectoryFault = 'no-zip' | 'damaged' | 'too-many' | 'zip64';

const [END, CENTRAL, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];
const [END_SIZE, CENTRAL_SIZE, LOCAL_SIZE] = [22, 46, 30];
const LONGEST_COMMENT = 65_535;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Offset of the record that ends a zip, the last one whose comment reaches to the end of the bytes; -1: there is none. */
function endRecord(view: DataView): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at -= 1)
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  return -1;
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const u16 = (offset: number): number => view.getUint16(at + offset, true);
  const u32 = (offset: number): number => view.getUint32(at + offset, true);
  const name = new TextDecoder().decode(bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + u16(28)));
  const madeOnUnix = u16(4) >> 8 === 3;
  return {
    name: name.replaceAll('\\', '/'),
    encrypted: (u16(8) & 1) === 1,
    symlink: madeOnUnix && u32(38) >>> 28 === 0xa,
    method: u16(10),
    crc: u32(16),
    packed: u32(20),
    size: u32(24),
    header: u32(42),
  };
}

/**
 * The entries of a zip by its central directory (PKWARE APPNOTE 4.3), which alone counts. Zips of several parts or of the 64-bit kind
 * (over 4 GB or 65,535 files) are refused. Never throws.
 */
export function zipDirectory(bytes: Uint8Array, mostEntries: number): readonly ZipEntry[] | DirectoryFault {
  const view = viewOf(bytes);
  const end = endRecord(view);
  if (end < 0) return bytes.length >= 4 && view.getUint32(0, true) === LOCAL ? 'damaged' : 'no-zip';
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) return 'zip64';
  if (count !== view.getUint16(end + 8, true)) return 'damaged';
  if (count > mostEntries) return 'too-many';
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_SIZE > end || view.getUint32(at, true) !== CENTRAL) return 'damaged';
    const next = at + CENTRAL_SIZE + view.getUint16(at + 28, true) + view.getUint16(at + 30, true);
    if (next + view.getUint16(at + 32, true) > end) return 'damaged';
    const entry = entryAt(bytes, view, at);
    if (entry.size === 0xffffffff || entry.packed === 0xffffffff || entry.header === 0xffffffff) return 'zip64';
    entries.push(entry);
    at = next + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The packed bytes of an entry, or undefined where they are not all there. */
export function packedBytes(bytes: Uint8Array, { header, packed }: ZipEntry): Uint8Array | undefined {
  const view = viewOf(bytes);
  if (header + LOCAL_SIZE > bytes.length || view.getUint32(header, true) !== LOCAL) return undefined;
  const start = header + LOCAL_SIZE + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  return start + packed > bytes.length ? undefined : bytes.subarray(start, start + packed);
}
