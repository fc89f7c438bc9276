import { ZipDeflate, ZipPassThrough } from 'fflate';

/** Compresses one file of an archive piece by piece, or passes its pieces on as they are. */
export interface Packer {
  push(bytes: Uint8Array<ArrayBuffer>, last: boolean): void;
  /** The checksum of all pieces, after the last one. */
  readonly crc: number;
}
/** Opens the packer of a file. `pass` gets its bytes for the archive. */
export type OpenPacker = (
  isCompressed: boolean,
  pass: (bytes: Uint8Array<ArrayBuffer>) => void,
) => Packer;

const level = 4;

/** Packs by script, where no compression of the system is at hand. */
export const openScriptPacker: OpenPacker = (isCompressed, pass) => {
  const file = isCompressed ? new ZipDeflate('', { level }) : new ZipPassThrough('');
  file.ondata = (error, bytes) => {
    if (error !== null) throw error;
    if (bytes.length > 0) pass(bytes as Uint8Array<ArrayBuffer>);
  };
  return {
    push: (bytes, last) => file.push(bytes, last),
    get crc() {
      return file.crc >>> 0;
    },
  };
};
