import { connect, type Socket } from 'node:net';

/** A command from the parent process: open streams, wait for a change, or exit. */
export type ReadersAsked =
  | {
      readonly do: 'open';
      readonly port: number;
      readonly path: string;
      readonly cookie: string;
      readonly count: number;
      readonly seen?: string;
    }
  | { readonly do: 'change' }
  | { readonly do: 'leave'; readonly count: number };
export type ReadersTold =
  | { readonly told: 'open'; readonly count: number; readonly tag: string }
  /**
   * Date.now at which each stream received the change. A stream that received none in time is
   * missing.
   */
  | { readonly told: 'changed'; readonly at: readonly number[] }
  | { readonly told: 'left' };

const mostMs = 30_000;
const atOnce = 100;
const sockets: { readonly socket: Socket; heard: string[]; changedAt?: number }[] = [];
const tell = (what: ReadersTold): void => void process.send?.(what);
const idsIn = (text: string): string[] =>
  [...text.matchAll(/^id: (\S+)$/gm)].flatMap(([, id]) => id ?? []);

function open({ port, path, cookie, seen }: Extract<ReadersAsked, { do: 'open' }>): Promise<void> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    const one: (typeof sockets)[number] = { socket, heard: [] };
    sockets.push(one);
    const last = seen === undefined ? '' : `last-event-id: ${seen}\r\n`;
    socket.on('connect', () =>
      socket.write(
        `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\n${last}\r\n`,
      ),
    );
    socket.on('data', (bytes) => {
      const ids = idsIn(bytes.toString('latin1'));
      if (ids.length > 0 && one.heard.length > 0) one.changedAt ??= Date.now();
      one.heard.push(...ids);
      if (one.heard.length > 0) done();
    });
    socket.on('error', () => done());
    socket.on('close', () => done());
  });
}

async function until(test: () => boolean): Promise<void> {
  for (const end = Date.now() + mostMs; Date.now() < end && !test(); )
    await new Promise((done) => setTimeout(done, 20));
}

async function work(asked: ReadersAsked): Promise<void> {
  if (asked.do === 'open') {
    for (let at = 0; at < asked.count; at += atOnce)
      await Promise.all(
        Array.from({ length: Math.min(atOnce, asked.count - at) }, () => open(asked)),
      );
    const live = sockets.filter(({ heard }) => heard.length > 0);
    return tell({ told: 'open', count: live.length, tag: live.at(-1)?.heard.at(-1) ?? '' });
  }
  if (asked.do === 'leave') {
    for (const { socket } of sockets.splice(0, asked.count)) socket.destroy();
    return tell({ told: 'left' });
  }
  await until(() => sockets.every(({ changedAt }) => changedAt !== undefined));
  tell({ told: 'changed', at: sockets.flatMap(({ changedAt }) => changedAt ?? []) });
  return undefined;
}
process.on('message', (asked: ReadersAsked) => void work(asked));
