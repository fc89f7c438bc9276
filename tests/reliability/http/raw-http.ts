import { connect, type Socket } from 'node:net';
import type { Server } from 'node:http';
import { duplexPair, type Duplex } from 'node:stream';
import { listen, serverFor } from '#server/cli/server/listen.ts';
import type { App } from '#server/app/app.ts';

/** One answer as its bytes came. */
export interface RawAnswer {
  readonly status: number;
  /** By name in small letters; several of one name are joined. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** How many answers came on the connection: two to one request would be smuggling. */
  readonly answers: number;
  readonly ms: number;
  /** Whether the other end closed the connection within the time. */
  readonly closed: boolean;
}

const latest = 45_000;
function parseAnswer(text: string, ms: number, isClosed: boolean): RawAnswer {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = (end < 0 ? text : text.slice(0, end)).split('\r\n');
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    headers.set(name, headers.has(name) ? `${headers.get(name)}, ${value}` : value);
  }
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0),
    headers,
    body: end < 0 ? '' : text.slice(end + 4),
    answers: text.split(/HTTP\/1\.1 \d{3} /).length - 1,
    ms,
    closed: isClosed,
  };
}

/**
 * Sends bytes on a connection of their own and reads until the other end closes it, or until
 * `within` ms have passed; a stream of events is left after its head.
 */
export function rawRequest(
  port: number,
  bytes: string | Uint8Array,
  within = 5000,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    let text = '';
    const socket = connect(port, '127.0.0.1');
    const finish = (isClosed: boolean): void => {
      clearTimeout(late);
      socket.destroy();
      resolve(parseAnswer(text, performance.now() - start, isClosed));
    };
    const late = setTimeout(() => finish(false), Math.min(within, latest));
    socket.setEncoding('latin1');
    socket.on('connect', () => socket.write(bytes));
    socket.on('data', (more: string) => {
      text += more;
      if (/content-type: text\/event-stream/i.test(text) && text.includes('\r\n\r\n')) finish(true);
    });
    socket.on('close', () => finish(true));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // refused while it was still being sent: the answer came before
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
  });
}

type Lines = Readonly<Record<string, string | undefined>>;
/**
 * A request that closes its connection, with these headers and no others but Host and
 * Content-Length.
 */
export function requestText(method: string, path: string, headers: Lines = {}, body = ''): string {
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  const own: Lines = {
    host: names.includes('host') ? undefined : '127.0.0.1',
    connection: names.includes('connection') ? undefined : 'close',
    'content-length': names.some(
      (name) => name === 'content-length' || name === 'transfer-encoding',
    )
      ? undefined
      : String(Buffer.byteLength(body)),
  };
  const lines = Object.entries({ ...own, ...headers }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  return [`${method} ${path} HTTP/1.1`, ...lines, '', body].join('\r\n');
}

/**
 * Sends a request as from an address that this computer does not have: the server gets a connection
 * with a given origin.
 */
export function requestFrom(address: string, server: Server, bytes: string): Promise<RawAnswer> {
  const [near, far] = duplexPair();
  Object.defineProperty(far, 'remoteAddress', { value: address });
  // like a socket: the server sets a time limit on it
  for (const name of ['setTimeout', 'setNoDelay', 'setKeepAlive'])
    Object.defineProperty(far, name, { value: () => far });
  return read(near, server, far, bytes);
}
function read(near: Duplex, server: Server, far: Duplex, bytes: string): Promise<RawAnswer> {
  return new Promise((resolve) => {
    let text = '';
    near.setEncoding('latin1');
    near.on('data', (more: string) => (text += more));
    near.on('end', () => resolve(parseAnswer(text, 0, true)));
    server.emit('connection', far);
    near.write(bytes);
  });
}

export interface Listening {
  readonly port: number;
  readonly server: Server;
  /** Opens a connection that is left to the test. */
  open(): Promise<Socket>;
  close(): Promise<void>;
}
/** The app behind the very server that the product runs, on a free port of this computer. */
export async function listening(app: App): Promise<Listening> {
  const server = serverFor(app);
  const port = await listen(server, '127.0.0.1', 0);
  return {
    port,
    server,
    open: () =>
      new Promise((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => resolve(socket));
        socket.once('error', reject);
      }),
    close: () =>
      new Promise((resolve) => {
        app.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
