import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { createServer, type IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { App } from '#server/app/app.ts';
import { problem, problemResponse, type HttpProblem } from '#server/core/problem.ts';
import { makeSecurityHeaders } from '#server/http/security-headers.ts';
import { isEndless, sendStream } from './send-stream.ts';

/**
 * Limits of a request: its headers arrive within 10 s and have at most 16 kB, and all of it arrives
 * within 30 s.
 */
const bounds = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2000,
  keepAliveTimeout: 15_000,
} as const;
const methods: ReadonlySet<string> = new Set([
  'GET',
  'HEAD',
  'OPTIONS',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
]);
const hostHeader = /^([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;

const loopback = /^(127\.|::1$|::ffff:127\.)/;
/**
 * Finds the address of the client: that of the peer. Behind a proxy on this computer it is the last
 * entry of X-Forwarded-For.
 */
function makeAddress({
  socket,
  headers,
}: Pick<IncomingMessage, 'socket' | 'headers'>): string | undefined {
  const { remoteAddress } = socket;
  if (remoteAddress === undefined || !loopback.test(remoteAddress)) return remoteAddress;
  const client = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return client === undefined || client === '' ? remoteAddress : client;
}

/**
 * Whether every server reads a request target in the same way: a path, or a full address of this
 * host.
 */
function isOneAddress(target: string, host: string): boolean {
  const path = target.startsWith('/');
  const url = URL.parse(path ? `http://${host}${target}` : target);
  if (url === null || target.split('?', 1)[0]?.includes('\\') === true) return false;
  const [hostName] = host.toLowerCase().split(/:\d+$/);
  return (
    /^https?:$/.test(url.protocol) &&
    url.hostname === hostName &&
    (path || url.host === URL.parse(`${url.protocol}//${host}`)?.host)
  );
}
/** Finds the problem of a request that must not reach the app. */
function findRequestFault(request: IncomingMessage): HttpProblem | undefined {
  if (!methods.has(request.method ?? ''))
    return problem('method_not_allowed', 'Use GET, HEAD, OPTIONS, POST, PUT, PATCH or DELETE.', {
      headers: { allow: [...methods].join(', ') },
    });
  const hosts = request.rawHeaders.filter(
    (name, i) => i % 2 === 0 && name.toLowerCase() === 'host',
  ).length;
  if (hosts !== 1 || !hostHeader.test(request.headers.host ?? ''))
    return problem('bad_request', 'Send exactly one Host header with a host name.');
  if (!isOneAddress(request.url ?? '', request.headers.host ?? ''))
    return problem(
      'bad_request',
      'Request a path that begins with / and has no backslashes, on the host that Host names.',
    );
  return undefined;
}
async function write(
  problem: HttpProblem,
  headers: Readonly<Record<string, string>>,
): Promise<{ status: number; headers: Record<string, string>; body: string }> {
  const { response } = problemResponse(problem);
  const body = await response.text();
  return {
    status: problem.status,
    body,
    headers: {
      ...Object.fromEntries(response.headers),
      ...headers,
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    },
  };
}

/** Responds to a message that Node's parser rejected. */
async function rejectSocket(
  error: NodeJS.ErrnoException,
  socket: Duplex,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const [status, detail] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? [431, 'Send at most 16 kB of headers.']
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? [408, 'Send the whole request within 30 seconds.']
        : [400, 'Send a well-formed HTTP request.'];
  const answer = await write(
    problem(status === 431 ? 'too_large' : 'bad_request', String(detail), {
      status: Number(status),
    }),
    headers,
  );
  const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${answer.status} Refused\r\n${lines.join('')}\r\n${answer.body}`);
}

/** Makes an HTTP server for the app. It does not listen yet. The app itself finds the caller. */
export function serverFor(app: App): Server {
  const headers = makeSecurityHeaders({ https: false });
  const overHttps = makeSecurityHeaders({ https: true });
  const listener = getRequestListener(async (request: Request, { incoming, outgoing }) => {
    const answer = await app.fetch(request, { ip: makeAddress(incoming) });
    if (!(outgoing instanceof ServerResponse) || !isEndless(answer)) return answer;
    sendStream(answer, outgoing);
    return RESPONSE_ALREADY_SENT;
  });
  const refuse = async (
    requestHeaders: HttpProblem,
    { headers: incoming }: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const answer = await write(
      requestHeaders,
      incoming['x-forwarded-proto'] === 'https' ? overHttps : headers,
    );
    response.writeHead(answer.status, answer.headers).end(answer.body);
  };
  const server = createServer(bounds, (request, response) => {
    // while the server stops, each connection closes after its response
    if (!server.listening) response.shouldKeepAlive = false;
    const problem = findRequestFault(request);
    void (problem === undefined ? listener(request, response) : refuse(problem, request, response));
  });
  server.on(
    'clientError',
    (error: NodeJS.ErrnoException, socket) => void rejectSocket(error, socket, headers),
  );
  server.on(
    'checkExpectation',
    (request: IncomingMessage, response: ServerResponse) =>
      void refuse(
        problem('bad_request', 'Leave out the Expect header.', { status: 417 }),
        request,
        response,
      ),
  );
  return server;
}

/**
 * Starts to listen.
 * @returns the port
 * @throws Error that says what to do if the port is in use
 */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(listenFault(error, host, port))),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
function listenFault(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is in use, perhaps by another Headway. Stop it, or start with another port: PORT=${port + 1} npm start`;
  if (error.code === 'EACCES')
    return `Port ${port} needs more rights than this user has. Start with a port above 1023: PORT=4280 npm start`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `HOST: ${host} is no address of this computer. Start with HOST=127.0.0.1, or 0.0.0.0 for all of its addresses.`;
  return error.message;
}
