import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  FolderError,
  type FolderFault,
  type ReportFile,
  type ReportFolder,
} from '#server/core/jobs/report-folder.ts';

const faults: Readonly<Record<string, FolderFault>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EACCES: 'no_right',
  EPERM: 'no_right',
  EROFS: 'no_right',
  ENOSPC: 'full',
  EDQUOT: 'full',
};
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Writes a file and waits until it is on the disk. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o640);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Opens a folder for reports. It never creates the folder, since a missing one may be a disk that
 * is not mounted. It writes all files under temporary names and renames them when the last one is
 * complete.
 * @throws FolderError from `write`, with the fault of the folder
 */
export function openReportFolder(folder: string): ReportFolder {
  const partOf = ({ name }: ReportFile): string => join(folder, `.${name}.${process.pid}.part`);
  return {
    async write(files) {
      try {
        if (!(await stat(folder)).isDirectory()) throw new FolderError('missing');
        for (const file of files) await writeWhole(partOf(file), file.bytes);
        for (const file of files) await rename(partOf(file), join(folder, file.name));
      } catch (error) {
        for (const file of files) await rm(partOf(file), { force: true }).catch(() => undefined);
        if (error instanceof FolderError) throw error;
        throw new FolderError(faults[codeOf(error)] ?? 'failed', error);
      }
    },
  };
}
