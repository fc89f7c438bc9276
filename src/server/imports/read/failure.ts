import type { ProblemDetail } from '#contract/core/problem-schemas.ts';
import type { Language } from '#domain/values/language.ts';
import {
  formatMessage,
  type MessageKey,
  type MessageValues,
} from '#server/imports/labels/messages.ts';

export interface FailurePlace {
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
}

/**
 * Thrown if a file as a whole can't be imported. It is `refused` if it is unsafe or exceeds a
 * limit, and `unreadable` if it is no table.
 */
export class ImportFailure extends Error {
  override readonly name = 'ImportFailure';
  readonly code: 'import_unreadable' | 'import_refused';
  readonly key: MessageKey;
  readonly values: MessageValues;
  readonly place: FailurePlace;
  constructor(
    code: 'import_unreadable' | 'import_refused',
    key: MessageKey,
    values: MessageValues = {},
    place: FailurePlace = {},
  ) {
    super(formatMessage(key, 'en', values));
    this.code = code;
    this.key = key;
    this.values = values;
    this.place = place;
  }

  /** Describes the fault, its place and what to do, in a reader's language. */
  detail(file: string, language: Language): ProblemDetail {
    return { file, ...this.place, message: formatMessage(this.key, language, this.values) };
  }
}
/** Makes the error of a file that can be read but not imported. */
export const createRejection = (
  key: MessageKey,
  values?: MessageValues,
  place?: FailurePlace,
): ImportFailure => new ImportFailure('import_refused', key, values, place);
/** Makes the error of a file that cannot be read. */
export const createUnreadable = (
  key: MessageKey,
  values?: MessageValues,
  place?: FailurePlace,
): ImportFailure => new ImportFailure('import_unreadable', key, values, place);
