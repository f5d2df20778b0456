import { joined } from "./bytes.ts";

/** A file that lies in a ZIP archive as it is, not squeezed. */
export interface StoredFile {
  readonly name: string;
  readonly length: number;
  /** Where its header starts. */
  readonly offset: number;
  readonly checksum: number;
}

const VERSION = 45; // 4.5: lengths of 64 bits
const MADE_BY = 0x0300 | VERSION; // on Unix
const FIRST_OF_1980 = 0x21; // no clock, so the same bytes every time
const ELSEWHERE = 0xffffffff; // "see the extra field"
const READABLE = 0o644 << 16;

/** Fields of 2, 4 or 8 bytes, least significant byte first. */
function fields(...list: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Uint8Array {
  const out = new Uint8Array(list.reduce((length, [bytes]) => length + bytes, 0));
  const view = new DataView(out.buffer);
  let at = 0;
  for (const [bytes, value] of list) {
    if (bytes === 2) view.setUint16(at, value, true);
    else if (bytes === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += bytes;
  }
  return out;
}

const encoded = (name: string): Uint8Array => new TextEncoder().encode(name);

/** What local and central headers share; both lengths stand in the extra field, whose size is fixed. */
const common = ({ name, checksum }: StoredFile, extra: number): Uint8Array =>
  fields(
    [2, VERSION],
    [2, 0],
    [2, 0],
    [2, 0],
    [2, FIRST_OF_1980],
    [4, checksum],
    [4, ELSEWHERE],
    [4, ELSEWHERE],
    [2, encoded(name).length],
    [2, extra],
  );

const LOCAL_EXTRA = 20;
const CENTRAL_EXTRA = 28;

/** The header right before a file. */
export const localHeader = (file: StoredFile): Uint8Array =>
  joined([
    fields([4, 0x04034b50]),
    common(file, LOCAL_EXTRA),
    encoded(file.name),
    fields([2, 1], [2, LOCAL_EXTRA - 4], [8, file.length], [8, file.length]),
  ]);

const centralHeader = (file: StoredFile): Uint8Array =>
  joined([
    fields([4, 0x02014b50], [2, MADE_BY]),
    common(file, CENTRAL_EXTRA),
    fields([2, 0], [2, 0], [2, 0], [4, READABLE], [4, ELSEWHERE]),
    encoded(file.name),
    fields([2, 1], [2, CENTRAL_EXTRA - 4], [8, file.length], [8, file.length], [8, file.offset]),
  ]);

/** The list of files at `offset`, after the last of them (APPNOTE 4.3.12 to 4.3.16). */
export function directory(files: readonly StoredFile[], offset: number): Uint8Array {
  const headers = joined(files.map(centralHeader));
  const end = offset + headers.length;
  return joined([
    headers,
    fields([4, 0x06064b50], [8, 44], [2, MADE_BY], [2, VERSION], [4, 0], [4, 0]),
    fields([8, files.length], [8, files.length], [8, headers.length], [8, offset]),
    fields([4, 0x07064b50], [4, 0], [8, end], [4, 1]),
    fields([4, 0x06054b50], [2, 0], [2, 0], [2, 0xffff], [2, 0xffff], [4, ELSEWHERE], [4, ELSEWHERE], [2, 0]),
  ]);
}
