/** A page asks the worker to keep addresses that it loaded before the worker ran. */
export interface KeepMessage {
  readonly keep: readonly string[];
}
/** A page asks the worker to remove all, at a sign-out. */
export const forgetMessage = 'forget';

/** The most addresses of one message. */
export const mostAddresses = 500;
/** Whether a page asks to remove all. */
export const isForgetMessage = (data: unknown): boolean => data === forgetMessage;
/** Whether a page asks to keep addresses, and sends a list of texts. */
export const isKeepMessage = (data: unknown): data is KeepMessage => {
  const keep = typeof data === 'object' && data !== null && 'keep' in data ? data.keep : undefined;
  return (
    Array.isArray(keep) &&
    keep.length <= mostAddresses &&
    keep.every((one) => typeof one === 'string')
  );
};
