import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { isEndless, sendStream } from './send-stream.ts';

const open: (Server | Socket)[] = [];
afterEach(() => {
  for (const one of open.splice(0)) 'destroy' in one ? one.destroy() : one.close();
});
/** A stream whose end is known, and its answer. */
function endless() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (input) => (controller = input),
    cancel: () => void (cancelled = true),
  });
  if (controller === undefined) throw new Error('no stream');
  return {
    controller,
    answer: new Response(body, { headers: { 'content-type': 'text/event-stream', 'x-own': '1' } }),
    left: () => cancelled,
  };
}
/** A client of a server that answers by `work`. */
async function client(work: (outgoing: ServerResponse) => void): Promise<Socket> {
  const server = createServer((_, outgoing) => work(outgoing));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  open.push(server, socket);
  socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
  return socket;
}

test('headers and messages go out at once, and the stream ends with its connection', async () => {
  const { controller, answer, left } = endless();
  controller.enqueue(new TextEncoder().encode(': one\n\n'));
  const socket = await client((outgoing) => sendStream(answer, outgoing));
  let text = '';
  socket.on('data', (bytes) => (text += String(bytes)));
  await expect.poll(() => text).toMatch(/^HTTP\/1\.1 200 OK\r\n.*x-own: 1\r\n.*: one\n\n/s);
  controller.enqueue(new TextEncoder().encode(': two\n\n'));
  await expect.poll(() => text).toContain(': two\n\n');
  socket.destroy();
  await expect.poll(left).toBe(true);
});
test('a reader who left before the answer is not held', async () => {
  const { answer, left } = endless();
  const socket = await client((outgoing) =>
    outgoing.once('close', () => sendStream(answer, outgoing)),
  );
  setTimeout(() => socket.destroy(), 20);
  await expect.poll(left).toBe(true);
});
test('a slow reader is waited for, so that waiting data are counted; a stream that fails ends its connection', async () => {
  const { controller, answer } = endless();
  const socket = await client((outgoing) => sendStream(answer, outgoing));
  socket.pause();
  const piece = new Uint8Array(1 << 20);
  for (let n = 0; n < 64; n += 1) controller.enqueue(piece);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(controller.desiredSize).toBeLessThan(0);
  controller.error(new Error('too slow'));
  socket.resume();
  await once(socket, 'close');
});
test('only event streams are endless', () => {
  expect(isEndless(endless().answer)).toBe(true);
  expect(isEndless(new Response('{}', { headers: { 'content-type': 'application/json' } }))).toBe(
    false,
  );
  expect(isEndless(new Response(null, { headers: { 'content-type': 'text/event-stream' } }))).toBe(
    false,
  );
});
