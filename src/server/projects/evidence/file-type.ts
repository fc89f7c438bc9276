import type { EvidenceType } from '#domain/projects/evidence.ts';

/** File name extensions of each type. */
export const fileExtensions: Readonly<Record<EvidenceType, readonly string[]>> = {
  pdf: ['pdf'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  pptx: ['pptx'],
  ofd: ['ofd'],
  text: ['txt', 'csv', 'md'],
};
/** Media types for downloads. Text is sent as bytes, since its encoding is unknown. */
export const mediaTypes: Readonly<Record<EvidenceType, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ofd: 'application/octet-stream',
  text: 'application/octet-stream',
};

export type FileKind =
  | { readonly kind: 'type'; readonly type: EvidenceType }
  /** `named`: the extension does not match the content. `macros`: the file contains macros. */
  | { readonly kind: 'refused'; readonly why: 'empty' | 'unknown' | 'macros' | 'broken' }
  | { readonly kind: 'refused'; readonly why: 'named'; readonly type: EvidenceType };

const startsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, at) => bytes[at] === byte);
const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

const mostEntries = 10_000;
/**
 * Lists the names in the directory of a zip archive without unpacking it.
 *
 * @returns undefined if the archive is truncated or inconsistent
 */
export function zipNames(bytes: Uint8Array): readonly string[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= Math.max(0, bytes.length - 65_557) && view.getUint32(end, true) !== 0x06054b50)
    end -= 1;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return undefined;
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries) return undefined;
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const length = view.getUint16(at + 28, true);
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

function findArchiveKind(bytes: Uint8Array): FileKind {
  const names = zipNames(bytes);
  if (names === undefined) return { kind: 'refused', why: 'broken' };
  if (names.some((name) => /(^|\/)(vbaProject|vbaData)[^/]*$/i.test(name)))
    return { kind: 'refused', why: 'macros' };
  const office = names.includes('[Content_Types].xml');
  if (office && names.includes('word/document.xml')) return { kind: 'type', type: 'docx' };
  if (office && names.includes('xl/workbook.xml')) return { kind: 'type', type: 'xlsx' };
  if (office && names.includes('ppt/presentation.xml')) return { kind: 'type', type: 'pptx' };
  return names.includes('OFD.xml')
    ? { kind: 'type', type: 'ofd' }
    : { kind: 'refused', why: 'unknown' };
}

/**
 * Detects text in a usual encoding, without control characters, that no browser takes for a page.
 */
function isText(bytes: Uint8Array): boolean {
  for (const encoding of ['utf-8', 'gb18030', 'shift_jis']) {
    let text: string;
    try {
      text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
    if (!/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text)) return !/^\s*<[!?a-z]/i.test(text);
  }
  return false;
}

/** Detects the type of a file from its bytes and checks that its extension matches. */
export function fileKind(bytes: Uint8Array, name: string): FileKind {
  if (bytes.length === 0) return { kind: 'refused', why: 'empty' };
  const fileType: FileKind = startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)
    ? latin(bytes.subarray(-2048)).includes('%%EOF')
      ? { kind: 'type', type: 'pdf' }
      : { kind: 'refused', why: 'broken' }
    : startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
      ? { kind: 'type', type: 'png' }
      : startsWith(bytes, 0xff, 0xd8, 0xff)
        ? { kind: 'type', type: 'jpeg' }
        : startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)
          ? findArchiveKind(bytes)
          : isText(bytes)
            ? { kind: 'type', type: 'text' }
            : { kind: 'refused', why: 'unknown' };
  if (fileType.kind === 'refused') return fileType;
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return fileExtensions[fileType.type].includes(ending)
    ? fileType
    : { kind: 'refused', why: 'named', type: fileType.type };
}
