import { createHash } from 'node:crypto';
import { createWriteStream, statSync } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { fileErrorCode, fileReason } from '#server/core/files/file-reasons.ts';

/** A file that cannot be written, with a message for the person who named it. */
export class FileError extends Error {}

/** Describes why a file was not written. @returns the error itself if its reason is unknown */
function describeFault(file: string, error: unknown): unknown {
  const reason = fileReason(error);
  return reason === undefined ? error : new FileError(`${file} was not written: ${reason}.`);
}

/**
 * Makes a folder with its parents. Node's own recursion never ends below /proc, where a folder that
 * exists says that it cannot hold another.
 */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const parent = dirname(folder);
    if (fileErrorCode(error) === 'EEXIST') {
      if ((await stat(folder)).isDirectory()) return;
      throw Object.assign(new Error(folder), { code: 'ENOTDIR' });
    }
    if (fileErrorCode(error) !== 'ENOENT' || parent === folder) throw error;
    await makeFolder(parent);
    await mkdir(folder);
  }
}

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
/**
 * Makes the path of the output: the named file, or the response's own file name in the named folder
 * or in the current one.
 */
export function fileFor(out: string | undefined, response: Response): string {
  const encodedName = /filename\*=UTF-8''([^;]+)/.exec(
    response.headers.get('content-disposition') ?? '',
  )?.[1];
  const own = encodedName === undefined ? 'headway' : decodeURIComponent(encodedName);
  if (out === undefined) return resolve(own);
  return isFolder(out) || out.endsWith('/') ? join(resolve(out), own) : resolve(out);
}

/**
 * Writes a temporary file beside the target and renames it when it is complete. So no partial file
 * has the final name, and an existing file stays until then. Creates missing folders.
 * @returns the size of the file in bytes and its SHA-256 in hexadecimal digits
 * @throws FileError if the folder or the file cannot be written
 */
export async function saveResponse(
  response: Response,
  file: string,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      bytes += piece.length;
      hash.update(piece);
      controller.enqueue(piece);
    },
  });
  const folder = dirname(file);
  const part = join(folder, `.${basename(file)}.${process.pid}.part`);
  try {
    await makeFolder(folder);
    await (response.body ?? new Blob([]).stream())
      .pipeThrough(counter)
      .pipeTo(Writable.toWeb(createWriteStream(part)));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw describeFault(file, error);
  }
  return { bytes, sha256: hash.digest('hex') };
}
