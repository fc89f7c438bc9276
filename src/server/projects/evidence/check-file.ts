import type { EvidenceType } from '#domain/projects/evidence.ts';
import { problem, type HttpProblem } from '#server/core/problem.ts';
import { hashSha256, toBase64 } from '#server/core/binary/base64.ts';
import { fileExtensions, fileKind, type FileKind } from './file-type.ts';
import { removeJpegMetadata, removePngMetadata } from '#server/core/binary/image-metadata.ts';

const rejections = {
  empty: 'is empty',
  unknown: 'is not a PDF, PNG, JPEG, Word, Excel, PowerPoint (without macros), OFD or text file',
  macros: 'contains macros: save it without them or as PDF',
  broken: 'is incomplete or damaged',
};
function rejectFile(rejection: Extract<FileKind, { kind: 'refused' }>, name: string): HttpProblem {
  const message =
    rejection.why === 'named'
      ? `is ${rejection.type} by its content: change its extension to .${fileExtensions[rejection.type].join(' or .')}`
      : rejections[rejection.why];
  return problem('unsupported_media_type', `Send another file: this one ${message}.`, {
    status: 422,
    errors: [{ path: 'file', value: name.slice(0, 80), message }],
  });
}

/**
 * Removes place, time, device and names from a photo, since other people download the stored bytes.
 *
 * @returns undefined if the file has no picture
 */
function removeMetadata(
  bytes: Uint8Array<ArrayBuffer>,
  type: EvidenceType,
): Uint8Array<ArrayBuffer> | undefined {
  if (type === 'jpeg') return removeJpegMetadata(bytes);
  return type === 'png' ? removePngMetadata(bytes) : bytes;
}
/** A file that may be stored, without the place, time and names of a photo. */
export interface CheckedFile {
  readonly type: EvidenceType;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
  /** The bytes in base64. */
  readonly content: string;
}

/**
 * Checks an uploaded file by its content, and removes the metadata of photos.
 *
 * @throws HttpProblem for an unsupported or damaged file
 */
export async function checkFile(file: {
  readonly bytes: Uint8Array;
  readonly name: string;
}): Promise<CheckedFile> {
  const kind = fileKind(file.bytes, file.name);
  if (kind.kind === 'refused') throw rejectFile(kind, file.name);
  const bytes = removeMetadata(file.bytes as Uint8Array<ArrayBuffer>, kind.type);
  if (bytes === undefined) throw rejectFile({ kind: 'refused', why: 'broken' }, file.name);
  return { type: kind.type, bytes, sha256: await hashSha256(bytes), content: toBase64(bytes) };
}
