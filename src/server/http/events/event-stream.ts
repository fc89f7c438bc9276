/** Headers of a response of server-sent events. */
export const eventStreamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // the connection ends with the stream, so that a stopping server does not wait for it
  connection: 'close',
  // tells proxies not to buffer messages
  'x-accel-buffering': 'no',
} as const;
