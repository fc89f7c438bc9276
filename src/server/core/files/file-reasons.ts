/** Returns the code of an error of the file system, such as `ENOSPC`; an empty text for others. */
export const fileErrorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'the folder cannot be created there',
  ENOTDIR: 'a file is in the place of a folder',
  EISDIR: 'a folder is in the place of the file',
  EACCES: 'this user has no right to write there',
  EPERM: 'this user has no right to write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota of this user is used up',
  ENAMETOOLONG: 'the name is too long',
};
/**
 * Finds in words why a file was not written.
 * @returns undefined if the reason is unknown
 */
export const fileReason = (error: unknown): string | undefined => reasons[fileErrorCode(error)];
