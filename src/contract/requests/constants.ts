/**
 * The page of a request. The secret is after the #, so that no request line, log or Referer holds
 * it.
 */
export const requestPage = '/r';

/** The largest number of files that a company may attach to one request. */
export const mostAnswerFiles = 5;
/** The largest file that a company may attach: 10 MB. */
export const mostAnswerFileBytes = 10 * 1024 * 1024;
