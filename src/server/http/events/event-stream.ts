/** Headers of a response of server-sent events. */
export const eventStreamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // a stream ends with its connection, so that stopping the server waits for none
  connection: 'close',
  // some proxies would hold the messages back
  'x-accel-buffering': 'no',
} as const;
