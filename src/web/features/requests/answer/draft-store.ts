import type { Drafts } from './cell-draft.ts';

/** The data of one request on the device: the typed texts, never a secret. */
export interface StoredDrafts {
  readonly drafts: Drafts;
  readonly message: string;
  /** Send was pressed without a connection; the page sends when the connection is back. */
  readonly isWaiting: boolean;
}
const makeKey = (request: string): string => `headway.request.${request}`;

const isStoredDrafts = (value: unknown): value is StoredDrafts =>
  typeof value === 'object' && value !== null && 'drafts' in value && 'message' in value;

/**
 * Reads the unsent answers to a request that this browser stores.
 * @returns undefined without answers, or if storage can't be read
 */
export function readStoredDrafts(request: string): StoredDrafts | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(makeKey(request)) ?? 'null');
    return isStoredDrafts(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
/**
 * Stores the drafts of a request on the device.
 * @returns false in a browser without storage
 */
export function keepDrafts(request: string, drafts: StoredDrafts | undefined): boolean {
  try {
    if (drafts === undefined) localStorage.removeItem(makeKey(request));
    else localStorage.setItem(makeKey(request), JSON.stringify(drafts));
    return true;
  } catch {
    return false;
  }
}

const openKey = 'headway.open-request';
/**
 * Reads the id of the request that is open in this tab. A reload then needs no secret.
 * @returns undefined without one or without storage
 */
export function openRequest(): string | undefined {
  try {
    return sessionStorage.getItem(openKey) ?? undefined;
  } catch {
    return undefined;
  }
}
/** Keeps the open request for a reload of this tab. */
export function keepOpenRequest(request: string): void {
  try {
    sessionStorage.setItem(openKey, request);
  } catch {
    // without storage a reload asks for the link again
  }
}
