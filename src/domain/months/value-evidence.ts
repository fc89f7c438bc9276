import type { Evidence } from '#domain/projects/evidence.ts';
import type { Month } from '#domain/values/date.ts';

/** The largest number of files of one value, without withdrawn ones. */
export const mostValueFiles = 5;
/** The largest file of a value: 10 MB, as for the answer to a request. */
export const mostValueFileBytes = 10 * 1024 * 1024;

/**
 * A file stored as proof of the value of an indicator in a month. It stays when the value is
 * changed or removed. A withdrawn file is listed but cannot be downloaded.
 */
export interface ValueEvidence extends Omit<Evidence, 'of' | 'which' | 'date'> {
  readonly indicator: string;
  readonly period: Month;
}
