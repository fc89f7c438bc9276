import type { ServerResponse } from 'node:http';

/**
 * Whether a response lasts until one side closes the connection. It reads the body of an event
 * stream only: to read the body of a kept answer copies its bytes.
 */
export const isEndless = (response: Response): boolean =>
  response.headers.get('content-type')?.startsWith('text/event-stream') === true &&
  response.body !== null;

/**
 * Writes an endless response to its connection. It keeps no other part of request and response in
 * memory, since thousands may be open. It waits for a slow reader, so that the writer of the stream
 * can count waiting messages.
 * @throws Error for a response without a body
 */
export function sendStream({ status, headers, body }: Response, outgoing: ServerResponse): void {
  if (body === null) throw new Error('Only a response with a body can be endless.');
  const reader = body.getReader();
  if (outgoing.destroyed) void leave(reader);
  else hand(reader, outgoing.writeHead(status, Object.fromEntries(headers)));
}
const leave = (reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> =>
  reader.cancel().catch(() => undefined);
function hand(reader: ReadableStreamDefaultReader<Uint8Array>, outgoing: ServerResponse): void {
  const next = (): void => {
    reader.read().then(
      ({ done, value }) => {
        if (done) outgoing.end();
        else if (outgoing.write(value)) next();
        else outgoing.once('drain', next);
      },
      () => outgoing.destroy(),
    );
  };
  outgoing.once('close', () => void leave(reader));
  next();
}
