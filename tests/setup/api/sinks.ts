import { once } from 'node:events';
import { createServer as createHttp, type IncomingHttpHeaders } from 'node:http';
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Head and body as they were sent. */
  readonly data: string;
}
export interface MailSink {
  readonly port: number;
  readonly mails: readonly ReceivedMail[];
  /** Every line that clients sent. */
  readonly lines: readonly string[];
  /** How many connections were made. */
  readonly connections: () => number;
  /** Answers the next mails with this line, until it is undefined again. */
  rejectWith: string | undefined;
  close(): Promise<void>;
}

const answers: Readonly<Record<string, string>> = {
  EHLO: '250-sink\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN',
  AUTH: '235 in',
  DATA: '354 go on',
  QUIT: '221 bye',
  STAR: '454 not here',
};
/** Speaks SMTP with one client. */
class SmtpTalk {
  #from = '';
  #to: string[] = [];
  #data: string[] | undefined;
  readonly #socket: Socket;
  readonly #keep: (mail: ReceivedMail) => void;
  readonly #refusal: () => string | undefined;
  constructor(
    socket: Socket,
    keep: (mail: ReceivedMail) => void,
    refusal: () => string | undefined,
  ) {
    this.#socket = socket;
    this.#keep = keep;
    this.#refusal = refusal;
  }
  say(line: string): void {
    this.#socket.write(`${line}\r\n`);
  }
  take(line: string): void {
    if (this.#data === undefined) this.#command(line);
    else if (line === '.') {
      this.#keep({ from: this.#from, to: this.#to, data: this.#data.join('\r\n') });
      this.#data = undefined;
      this.#to = [];
      this.say('250 kept');
    } else this.#data.push(line.replace(/^\.\./, '.'));
  }
  #command(line: string): void {
    const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
    const verb = line.slice(0, 4).toUpperCase();
    const refusal = verb === 'MAIL' ? this.#refusal() : undefined;
    if (verb === 'MAIL') this.#from = address;
    if (verb === 'RCPT') this.#to.push(address);
    if (verb === 'DATA') this.#data = [];
    this.say(refusal ?? answers[verb] ?? '250 ok');
    if (verb === 'QUIT') this.#socket.end();
  }
}

/** A mail server on loopback that stores its mails. */
export async function openMailSink(): Promise<MailSink> {
  const mails: ReceivedMail[] = [];
  const lines: string[] = [];
  let connections = 0;
  const open = new Set<Socket>();
  const sink = { rejectWith: undefined as string | undefined };
  const server = createServer((socket) => {
    connections += 1;
    open.add(socket);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
    const talk = new SmtpTalk(
      socket,
      (mail) => mails.push(mail),
      () => sink.rejectWith,
    );
    talk.say('220 sink');
    let rest = '';
    socket.on('data', (bytes) => {
      const parts = `${rest}${bytes.toString('utf8')}`.split('\r\n');
      rest = parts.pop() ?? '';
      for (const line of parts) {
        lines.push(line);
        talk.take(line);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(sink, {
    port: (server.address() as AddressInfo).port,
    mails,
    lines,
    connections: () => connections,
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  });
}

export interface ReceivedPost {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
export interface HookAnswer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Never answers. */
  readonly silent?: true;
}
export interface HookSink {
  readonly address: string;
  readonly port: number;
  readonly posts: readonly ReceivedPost[];
  answer: HookAnswer;
  close(): Promise<void>;
}

/** A webhook on loopback that stores its messages. */
export async function openHookSink(): Promise<HookSink> {
  const posts: ReceivedPost[] = [];
  const sink: { answer: HookAnswer } = { answer: { status: 200, body: '{"errcode":0}' } };
  const server = createHttp((request, response) => {
    let body = '';
    request.on('data', (bytes: Buffer) => (body += bytes.toString('utf8')));
    request.on('end', () => {
      posts.push({ path: request.url ?? '', headers: request.headers, body });
      if (sink.answer.silent === true) return;
      response.writeHead(sink.answer.status, sink.answer.headers).end(sink.answer.body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return Object.assign(sink, {
    address: `http://127.0.0.1:${port}/hook?key=canary-key`,
    port,
    posts,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}
