import { connect, type Socket } from 'node:net';

/** A command from the parent process: open streams, wait for a change, or exit. */
export type ReadersCommand =
  | {
      readonly do: 'open';
      readonly port: number;
      readonly path: string;
      readonly cookie: string;
      readonly count: number;
      readonly last?: string;
    }
  | { readonly do: 'change' }
  | { readonly do: 'leave'; readonly count: number };
export type ReadersReport =
  | { readonly kind: 'open'; readonly count: number; readonly tag: string }
  /**
   * Date.now at which each stream received the change. A stream that received none in time is
   * missing.
   */
  | { readonly kind: 'changed'; readonly at: readonly number[] }
  | { readonly kind: 'left' };

const mostMs = 30_000;
const atOnce = 100;
const sockets: { readonly socket: Socket; ids: string[]; changedAt?: number }[] = [];
const tell = (what: ReadersReport): void => void process.send?.(what);
const idsIn = (text: string): string[] =>
  [...text.matchAll(/^id: (\S+)$/gm)].flatMap(([, id]) => id ?? []);

function open({
  port,
  path,
  cookie,
  last: lastEventId,
}: Extract<ReadersCommand, { do: 'open' }>): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const one: (typeof sockets)[number] = { socket, ids: [] };
    sockets.push(one);
    const last = lastEventId === undefined ? '' : `last-event-id: ${lastEventId}\r\n`;
    socket.on('connect', () =>
      socket.write(
        `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\n${last}\r\n`,
      ),
    );
    socket.on('data', (bytes) => {
      const ids = idsIn(bytes.toString('latin1'));
      if (ids.length > 0 && one.ids.length > 0) one.changedAt ??= Date.now();
      one.ids.push(...ids);
      if (one.ids.length > 0) resolve();
    });
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
  });
}

async function until(test: () => boolean): Promise<void> {
  for (const end = Date.now() + mostMs; Date.now() < end && !test(); )
    await new Promise((resolve) => setTimeout(resolve, 20));
}

async function work(command: ReadersCommand): Promise<void> {
  if (command.do === 'open') {
    for (let at = 0; at < command.count; at += atOnce)
      await Promise.all(
        Array.from({ length: Math.min(atOnce, command.count - at) }, () => open(command)),
      );
    const live = sockets.filter(({ ids }) => ids.length > 0);
    return tell({ kind: 'open', count: live.length, tag: live.at(-1)?.ids.at(-1) ?? '' });
  }
  if (command.do === 'leave') {
    for (const { socket } of sockets.splice(0, command.count)) socket.destroy();
    return tell({ kind: 'left' });
  }
  await until(() => sockets.every(({ changedAt }) => changedAt !== undefined));
  tell({ kind: 'changed', at: sockets.flatMap(({ changedAt }) => changedAt ?? []) });
  return undefined;
}
process.on('message', (command: ReadersCommand) => void work(command));
