import { compact } from '#domain/values/compact.ts';
import { AsyncLocalStorage } from 'node:async_hooks';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { createApp } from '#server/app/app.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import type { Db, Trx } from '#server/db/db.ts';
import type { LogEntry } from '#server/core/deps.ts';
import { createDrawing } from '#server/exports/workers/create-drawing.ts';
import { documentThreads } from '#server/exports/workers/document-threads.ts';
import { isLoopbackName } from '#server/http/request-checks.ts';
import { OneTimeKey } from '#server/accounts/sessions/one-time-key.ts';
import { nodeImporter } from '#server/imports/process/node-importer.ts';
import { fillSample } from '#server/samples/service.ts';
import { hasUsers } from '#server/accounts/user-store.ts';
import { currentRevision } from '#server/db/revision-log.ts';
import { argon2Passwords } from '#server/cli/security/argon2-passwords.ts';
import { clientFiles } from '#server/cli/server/client-files.ts';
import { compressOnNode } from '#server/cli/server/compression.ts';
import { connectionsOf } from '#server/cli/server/file-limit.ts';
import { listen, serverFor } from '#server/cli/server/listen.ts';
import { openIdProvider } from '#server/cli/security/open-id-provider.ts';
import { loadPageBuild } from '#server/cli/server/page-build.ts';
import { sealingKeyFile } from '#server/cli/security/sealing-key.ts';
import { nodeSecondStep } from '#server/cli/security/node-second-factor.ts';
import { sessionFile } from '#server/cli/server/session-file.ts';
import type { Settings } from './settings.ts';
import { version } from './version.ts';

const log = (entry: LogEntry): void =>
  console.error(JSON.stringify({ at: new Date().toISOString(), ...entry }));

/** One answer that fails in a way nobody waits for must not end the others. */
function logUnhandled(): void {
  process.on('unhandledRejection', (reason) => {
    const error = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
    console.error(JSON.stringify({ at: new Date().toISOString(), level: 'error', error }));
  });
}

/** Where a reader can open it: for all addresses, the first that others can reach. */
function addressOf({ host, loopback }: Settings, port: number): string {
  const any = host === '0.0.0.0' || host === '::';
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((face) => face !== undefined && !face.internal && face.family === 'IPv4');
  const name = any ? (outside?.address ?? 'localhost') : host;
  return `http://${name.includes(':') ? `[${name}]` : loopback && name === 'localhost' ? 'localhost' : name}:${port}`;
}

/** Where others come in through a proxy on this computer; undefined where nobody does, or where they come straight. */
function othersAt({ loopback, hosts, address }: Settings): string | undefined {
  const named = [
    ...(address === undefined ? [] : [address]),
    ...hosts.map((host) => `https://${host}`),
  ];
  return loopback ? named.find((one) => !isLoopbackName(new URL(one).host)) : undefined;
}

/** Starts the server and gives what ends it: what is under way is finished or rolled back, and the store is closed. */
export async function serve(settings: Settings): Promise<() => Promise<void>> {
  const db = await openDatabase({
    url: settings.database,
    ...compact({ longestRead: settings.longestRead }),
  });
  try {
    return await start(settings, db);
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function start(settings: Settings, db: Db): Promise<() => Promise<void>> {
  const clock = (): Date => new Date();
  if ((await currentRevision(db)) === 0) await fillSample(db, 'sample');
  const others = othersAt(settings);
  const oneTimeKey =
    settings.loopback && others === undefined
      ? undefined
      : new OneTimeKey(() => Date.now(), sessionFile(join(settings.data, 'sessions.json')));
  const { connections, streams } = connectionsOf();
  const drawing = createDrawing();
  const documents = documentThreads(settings.database);
  const build = await loadPageBuild(drawing.picture);
  const app = createApp({
    db,
    scope: new AsyncLocalStorage<Trx>(),
    importer: nodeImporter(),
    passwords: argon2Passwords(),
    secondStep: nodeSecondStep(settings.sealingKey ?? sealingKeyFile(settings.data)),
    clock,
    streams,
    config: {
      loopback: settings.loopback,
      hosts: settings.hosts,
      version,
      ...compact({ address: settings.address, styleHash: build?.styleHash }),
    },
    drawing,
    documents,
    assets: clientFiles(),
    compress: compressOnNode,
    log,
    ...compact({
      renderPage: build?.renderPage,
      oneTimeKey,
      identityProvider: settings.openId === undefined ? undefined : openIdProvider(settings.openId),
    }),
  });
  logUnhandled();
  const server = serverFor(app);
  if (connections !== undefined) server.maxConnections = connections;
  const port = await listen(server, settings.host, settings.port);
  const address = addressOf(settings, port);
  const key =
    oneTimeKey === undefined || (await hasUsers(db)) ? undefined : await oneTimeKey.issueKey();
  const link = `/key#${key} (this link lets one person in, once, within 30 minutes; they can make the first account)`;
  if (key === undefined) console.log(`Headway is at ${address}`);
  else if (others === undefined) console.log(`Headway is at ${address}${link}`);
  else console.log(`Headway is at ${address}\nWho comes from elsewhere needs ${others}${link}`);
  return async () => {
    app.close();
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    server.closeIdleConnections();
    // one that was answered just now becomes idle only later
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    const late = setTimeout(() => server.closeAllConnections(), 10_000);
    await closed;
    clearTimeout(late);
    clearInterval(idle);
    await drawing.close();
    await documents.close();
    await db.close();
  };
}
