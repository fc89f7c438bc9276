/** The reasons why the files of a report could not be written. They name no path. */
export const folderFaults = ['missing', 'no_right', 'full', 'failed'] as const;
export type FolderFault = (typeof folderFaults)[number];

/** Thrown if files were not written. Earlier files are complete. */
export class FolderError extends Error {
  override readonly name = 'FolderError';
  readonly fault: FolderFault;
  constructor(fault: FolderFault, cause?: unknown) {
    super(`The files of a report were not written: ${fault}.`, { cause });
    this.fault = fault;
  }
}

/** A file of a report with its name, which holds no separator. */
export interface ReportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
/** The folder that an operator gave the server for reports. */
export interface ReportFolder {
  /**
   * Writes files, each whole or not at all. A file of the same name is replaced.
   *
   * @throws FolderError
   */
  write(files: readonly ReportFile[]): Promise<void>;
}
