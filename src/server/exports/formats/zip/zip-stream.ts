import type { ArchiveTools, Spool } from './archive-tools.ts';
import type { Packer } from './packer.ts';
import {
  directory,
  fileHeader,
  fileTrailer,
  usualLarge,
  zipTime,
  type FileRecord,
  type RecordOptions,
} from './zip-records.ts';

/** A file of an archive, written in pieces. */
export interface ArchiveEntry {
  write(piece: string | Uint8Array): void;
  end(): void;
  /** Bytes written so far, uncompressed. */
  readonly size: number;
}
/** An open archive. Files can be written in parallel. The archive has them in order, compressed. */
export interface Archive {
  entry(name: string, options?: { readonly packed?: boolean }): ArchiveEntry;
}
/** A target for bytes. `drain` resolves once it can take more. */
export interface Sink {
  write(bytes: Uint8Array<ArrayBuffer>): void;
  drain(): Promise<void>;
}
/** An archive that passes its bytes on while it is written. */
export interface ArchiveStream extends Archive {
  /** Passes on the files whose turn has come, and waits until the sink can take more. */
  drain(): Promise<void>;
  /** Passes on the rest. Call it after every file has ended. */
  end(): Promise<void>;
}

const pieceSize = 64 * 1024;
const encoder = new TextEncoder();

/** A file of an archive. Its bytes wait in a spool until its turn. */
class StreamedFile implements ArchiveEntry {
  readonly #packer: Packer;
  readonly #isCompressed: boolean;
  readonly #spool: Spool;
  readonly #name: string;
  #pass: ((bytes: Uint8Array<ArrayBuffer>) => void) | undefined;
  #waiting: string[] = [];
  #length = 0;
  #packed = 0;
  #offset = 0;
  size = 0;
  isEnded = false;
  isTrailing = false;
  constructor(name: string, isCompressed: boolean, tools: ArchiveTools) {
    this.#name = name;
    this.#isCompressed = isCompressed;
    this.#spool = tools.openSpool();
    this.#packer = tools.openPacker(isCompressed, (bytes) => {
      this.#packed += bytes.length;
      const pass = this.#pass ?? ((some) => this.#spool.write(some));
      pass(bytes);
    });
  }

  get isBegun(): boolean {
    return this.#pass !== undefined;
  }
  get record(): FileRecord {
    return {
      name: encoder.encode(this.#name),
      isCompressed: this.#isCompressed,
      offset: this.#offset,
      content: { crc: this.#packer.crc, packed: this.#packed, size: this.size },
      isTrailing: this.isTrailing,
    };
  }

  write(piece: string | Uint8Array): void {
    if (typeof piece !== 'string') {
      if (this.#length > 0) this.#flush(false);
      this.#push(piece as Uint8Array<ArrayBuffer>, false);
      return;
    }
    this.#waiting.push(piece);
    this.#length += piece.length;
    if (this.#length >= pieceSize) this.#flush(false);
  }
  end(): void {
    this.#flush(true);
    this.isEnded = true;
  }
  /** Begins its turn. @returns the bytes that waited; later ones go to `pass` */
  begin(offset: number, pass: (bytes: Uint8Array<ArrayBuffer>) => void) {
    this.isTrailing = !this.isEnded;
    this.#offset = offset;
    this.#pass = pass;
    return this.#spool.take();
  }
  #flush(last: boolean): void {
    const bytes = encoder.encode(this.#waiting.join(''));
    this.#waiting = [];
    this.#length = 0;
    this.#push(bytes, last);
  }
  #push(bytes: Uint8Array<ArrayBuffer>, last: boolean): void {
    this.size += bytes.length;
    this.#packer.push(bytes, last);
  }
}

interface ArchiveOptions {
  readonly tools: ArchiveTools;
  /** From this size on, files and places get fields of 8 bytes. Omitted: 4 GiB. */
  readonly large?: number;
}
/**
 * Opens a zip archive that streams its bytes to `sink`. One file after another goes to the sink;
 * later ones wait in spools.
 * @param moment - the time of the revision in ISO 8601, which every file gets; no clock is read
 * @throws the error of the compression or of a spool
 */
export function openArchive(
  moment: string,
  sink: Sink,
  { tools, large = usualLarge }: ArchiveOptions,
): ArchiveStream {
  const options: RecordOptions = { time: zipTime(moment), large };
  const files: StreamedFile[] = [];
  let [turn, offset] = [0, 0];
  const pass = (bytes: Uint8Array<ArrayBuffer>): void => {
    offset += bytes.length;
    sink.write(bytes);
  };
  /** Passes on what a file has. @returns whether that is all */
  const advance = async (file: StreamedFile): Promise<boolean> => {
    if (!file.isBegun) {
      const waiting = file.begin(offset, pass);
      pass(fileHeader(file.record, options));
      for (const bytes of waiting) {
        pass(bytes);
        await sink.drain();
      }
    }
    if (file.isEnded && file.isTrailing) pass(fileTrailer(file.record, options));
    return file.isEnded;
  };
  const drain = async (): Promise<void> => {
    for (let file = files[turn]; file !== undefined; file = files[turn]) {
      if (!(await advance(file))) break;
      turn += 1;
    }
    await sink.drain();
  };
  return {
    entry(name, { packed = false } = {}) {
      const file = new StreamedFile(name, !packed, tools);
      files.push(file);
      return file;
    },
    drain,
    async end() {
      await drain();
      pass(
        directory(
          files.map(({ record }) => record),
          offset,
          options,
        ),
      );
    },
  };
}
