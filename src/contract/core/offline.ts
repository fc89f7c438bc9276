/** The script of the service worker, which keeps the last data of pages for use offline. */
export const offlineWorkerPath = '/offline.js';
/** The page without data that the worker sends for a page of which it has no copy. */
export const offlineShellPath = '/offline.html';
/** The one Trusted Types policy. It accepts the address of the worker and nothing else. */
export const offlinePolicyName = 'headway-offline';

/**
 * The header that names the signed-in reader of a response: mode, account and role. The worker keeps
 * only responses that have it, apart for each reader.
 */
export const readerHeader = 'headway-reader';
/** The header of a response that the worker kept: the moment of its arrival, in ms. */
export const copyHeader = 'headway-copy';

/** The element of a drawn page with the data that it starts from. */
export const bootId = 'boot';
/** The element that the worker adds to a copy, with the data of the other copies. */
export const copiesId = 'copies';
/** A query of another copy: its key, its data, and the moment of its arrival in ms. */
export type QueryCopy = readonly [key: readonly unknown[], data: unknown, copyTime: number];
