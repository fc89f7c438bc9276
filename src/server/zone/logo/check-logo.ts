import { logoLimits, type ReportLogo } from '#domain/zone/report/report-logo.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { problem } from '#server/core/problem.ts';
import type { Source } from '#server/db/db.ts';
import { hashSha256, toBase64 } from '#server/core/binary/base64.ts';
import { removeJpegMetadata, removePngMetadata } from '#server/core/binary/image-metadata.ts';
import { findLogo } from './store.ts';
import { measureJpeg, measurePng, type PictureFault } from './picture-size.ts';

const { bytes: mostBytes, leastSide, mostSide, mostRatio } = logoLimits;
const faultMessages: Readonly<Record<PictureFault | 'empty' | 'kind' | 'svg', string>> = {
  empty: 'is empty',
  kind: 'is no PNG or JPEG by its content: save it as PNG',
  svg: 'is an SVG, which may hold scripts: save it as PNG, 600 pixels wide or more',
  broken: 'is incomplete or damaged: save it again',
  png_form: 'is a PNG that not every program draws: save it without interlacing, 8 bits a channel',
  colours: 'has the colours of a printing press: save it in RGB',
  turned: 'is turned by its metadata: turn it upright and save it again',
};
function rejectLogo(message: string, file: string) {
  return problem('unsupported_media_type', `Send another logo: this one ${message}.`, {
    status: 422,
    errors: [{ path: 'file', value: file.slice(0, 80), message }],
  });
}

const startsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, at) => bytes[at] === byte);

function readKind(bytes: Uint8Array): ReportLogo['type'] | 'empty' | 'kind' | 'svg' {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  return /<svg[\s>]/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))
    ? 'svg'
    : 'kind';
}

/** Finds the fault of a logo's size. @returns undefined if it has none */
function sizeFault(width: number, height: number): string | undefined {
  const size = `is ${width} × ${height} pixels`;
  if (Math.max(width, height) > mostSide)
    return `${size}: make it at most ${mostSide} pixels on each side`;
  if (Math.min(width, height) < leastSide)
    return `${size}: make it at least ${leastSide} pixels on each side`;
  return Math.max(width, height) / Math.min(width, height) > mostRatio
    ? `${size}: make no side more than ${mostRatio} times as long as the other`
    : undefined;
}

/**
 * Checks an uploaded logo by its bytes, not by its name, and removes its metadata.
 *
 * @returns the logo, and its bytes in base64
 * @throws HttpProblem that says what to do if the file is no logo
 */
export async function checkLogo(file: {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}): Promise<{ readonly logo: ReportLogo; readonly content: string }> {
  const reject = (message: string) => rejectLogo(message, file.name);
  if (file.bytes.length > mostBytes)
    throw problem('too_large', `Send a logo of at most ${mostBytes / 1024} kB.`);
  const type = readKind(file.bytes);
  if (type !== 'png' && type !== 'jpeg') throw reject(faultMessages[type]);
  const bytes = (type === 'png' ? removePngMetadata : removeJpegMetadata)(file.bytes);
  if (bytes === undefined) throw reject(faultMessages.broken);
  const size = type === 'png' ? measurePng(bytes, mostSide) : measureJpeg(bytes);
  if ('fault' in size) throw reject(faultMessages[size.fault]);
  const fault = sizeFault(size.width, size.height);
  if (fault !== undefined) throw reject(fault);
  const sha256 = await hashSha256(bytes);
  return { logo: { sha256, file: file.name, type, ...size }, content: toBase64(bytes) };
}

/**
 * Rejects a zone whose logo was not uploaded or has another size than stated.
 *
 * @throws HttpProblem that names the field
 */
export async function requireStoredLogo(
  source: Source,
  { report }: Pick<ZoneProfile, 'report'>,
): Promise<void> {
  const logo = report?.logo;
  if (logo === undefined) return;
  const storedLogo = await findLogo(source, logo.sha256);
  if (
    storedLogo?.type === logo.type &&
    storedLogo.width === logo.width &&
    storedLogo.height === logo.height
  )
    return;
  const message = 'must be the reply to an upload of the logo';
  throw problem('bad_request', `Correct report.logo: it ${message}.`, {
    errors: [{ path: 'report.logo', value: logo.sha256, message }],
  });
}
