/** Headers of a response of server-sent events. */
export const eventStreamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // a stream ends with its connection, so that stopping the server does not wait
  connection: 'close',
  // some proxies would buffer the messages
  'x-accel-buffering': 'no',
} as const;
