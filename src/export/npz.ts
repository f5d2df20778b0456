import { bytesOf } from "./bytes.ts";
import { crc32 } from "./crc32.ts";
import { type ArrayKind, dataLength, npyHeader } from "./npy.ts";
import { directory, localHeader, type StoredFile } from "./zip.ts";

/** Writes bytes at a position of a file. */
export type Place = (bytes: Uint8Array, position: number) => Promise<void>;

interface Member extends StoredFile {
  checksum: number;
  /** Where the next elements go, and where the last of them ends. */
  at: number;
  readonly end: number;
}

/**
 * An archive of named arrays, as `numpy.savez` makes one, of any size. Nothing is squeezed, so every array has its
 * place from the start and all of them grow side by side.
 */
export class NpzWriter {
  readonly #members = new Map<string, Member>();
  readonly #place: Place;
  #end = 0;

  private constructor(place: Place) {
    this.#place = place;
  }

  /** Starts an archive of these arrays, none of which has elements yet. */
  static async create(arrays: Readonly<Record<string, ArrayKind>>, place: Place): Promise<NpzWriter> {
    const writer = new NpzWriter(place);
    for (const [name, kind] of Object.entries(arrays)) await writer.#open(name, kind);
    return writer;
  }

  async #open(name: string, kind: ArrayKind): Promise<void> {
    const header = npyHeader(kind);
    const file = {
      name: `${name}.npy`,
      length: header.length + dataLength(kind),
      offset: this.#end,
      checksum: 0,
    };
    const start = this.#end + localHeader(file).length;
    this.#end = start + file.length;
    this.#members.set(name, { ...file, at: start, end: this.#end });
    await this.add(name, header);
  }

  /** The next elements of an array, in this machine's order of bytes. */
  async add(name: string, elements: ArrayBufferView): Promise<void> {
    const member = this.#members.get(name);
    const bytes = bytesOf(elements);
    if (member === undefined || member.at + bytes.length > member.end) {
      throw new RangeError(`no room for ${bytes.length} bytes in ${name}; expected what was announced`);
    }
    member.checksum = crc32(bytes, member.checksum);
    await this.#place(bytes, member.at);
    member.at += bytes.length;
  }

  /** Closes the archive. Throws `RangeError` where an array lacks elements. */
  async finish(): Promise<void> {
    const members = [...this.#members.values()];
    for (const member of members) {
      if (member.at !== member.end)
        throw new RangeError(`${member.end - member.at} bytes of ${member.name} missing`);
      await this.#place(localHeader(member), member.offset);
    }
    await this.#place(directory(members, this.#end), this.#end);
  }
}
