import { compact } from '#domain/values/compact.ts';
import { AsyncLocalStorage } from 'node:async_hooks';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { createApp } from '#server/app/app.ts';
import type { ServerDeps } from '#server/app/deps.ts';
import { holdServerLock } from '#server/db/server-lock.ts';
import { openDatabase, type StoreUpdate } from '#server/storage/node-store.ts';
import type { Db, Trx } from '#server/db/db.ts';
import type { LogEntry } from '#server/core/deps.ts';
import { createDrawing } from '#server/exports/workers/create-drawing.ts';
import { doubtThreads } from '#server/doubts/doubt-threads.ts';
import { documentThreads } from '#server/exports/workers/document-threads.ts';
import { isLoopbackName } from '#server/http/request-checks.ts';
import { OneTimeKey } from '#server/accounts/sessions/one-time-key.ts';
import { nodeImporter } from '#server/imports/process/node-importer.ts';
import { hasUsers } from '#server/accounts/user-store.ts';
import { currentRevision } from '#server/db/revision-log.ts';
import { argon2Passwords } from '#server/cli/security/argon2-passwords.ts';
import { clientFiles } from '#server/cli/server/client-files.ts';
import { compressOnNode } from '#server/cli/server/compression.ts';
import { computeConnections } from '#server/cli/server/file-limit.ts';
import { listen, serverFor } from '#server/cli/server/listen.ts';
import { openIdProvider } from '#server/cli/security/open-id-provider.ts';
import { findPageBuild, type PageBuild } from '#server/cli/server/page-build.ts';
import { sealingKeyFile } from '#server/cli/security/sealing-key.ts';
import { createSecondFactorTools } from '#server/cli/security/node-second-factor.ts';
import { createSender } from '#server/cli/reminders/node-sender.ts';
import { openReportFolder } from '#server/cli/reports/node-report-folder.ts';
import { startMinuteJob } from '#server/core/jobs/minute-job.ts';
import { writeDueReports } from '#server/report-files/write-due-reports.ts';
import { startDigests } from '#server/reminders/digest-scheduler.ts';
import { processReader } from '#server/cli/server/process-state.ts';
import { sessionFile } from '#server/cli/server/session-file.ts';
import type { Settings } from './settings.ts';
import { version } from './version.ts';

const log = (entry: LogEntry): void =>
  console.error(JSON.stringify({ at: new Date().toISOString(), ...entry }));

/** Logs unhandled promise rejections, so that they don't end the process. */
function logUnhandled(): void {
  process.on('unhandledRejection', (reason) => {
    const error = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
    console.error(JSON.stringify({ at: new Date().toISOString(), level: 'error', error }));
  });
}

/**
 * Makes the address to open. `HEADWAY_ADDRESS` comes first: a container knows no other address that
 * readers reach. If the server is bound to all addresses, this is the first one that other
 * computers can reach.
 */
function makeAddress({ host, loopback, address }: Settings, port: number): string {
  if (!loopback && address !== undefined) return address;
  const any = host === '0.0.0.0' || host === '::';
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((face) => face !== undefined && !face.internal && face.family === 'IPv4');
  const name = any ? (outside?.address ?? 'localhost') : host;
  return `http://${name.includes(':') ? `[${name}]` : loopback && name === 'localhost' ? 'localhost' : name}:${port}`;
}

/** Finds the address that a proxy on this computer serves. @returns undefined without a proxy */
function proxyAddress({ loopback, hosts, address }: Settings): string | undefined {
  const addresses = [
    ...(address === undefined ? [] : [address]),
    ...hosts.map((host) => `https://${host}`),
  ];
  return loopback ? addresses.find((one) => !isLoopbackName(new URL(one).host)) : undefined;
}

/** Prints that the store of an older version is being updated, and where its copy is. */
const printUpdate = ({ from, to, copy }: StoreUpdate): void =>
  console.log(
    copy === undefined
      ? `Updating the store from schema ${from} to ${to}. Headway makes no copy on PostgreSQL: only your own backup brings the old store back.`
      : `Updating the store from schema ${from} to ${to}. A copy from before is in ${copy}.`,
  );

/**
 * Starts the server.
 * @returns a function that stops it: running requests end or are rolled back, and the store closes
 * @throws the error of the start; the store is closed before
 */
export async function serve(settings: Settings): Promise<() => Promise<void>> {
  const leave = await holdServerLock(settings.database);
  try {
    const db = await openDatabase({
      url: settings.database,
      onUpdate: printUpdate,
      ...compact({ longestRead: settings.longestRead }),
    });
    const stop = await start(settings, db).catch(async (error: unknown) => {
      await db.close();
      throw error;
    });
    return () => stop().finally(leave);
  } catch (error) {
    await leave();
    throw error;
  }
}

/** Fills a store without any revision with the sample. */
async function fillNewStore(db: Db): Promise<void> {
  if ((await currentRevision(db.short)) !== 0) return;
  const { fillSample } = await import('#server/samples/service.ts');
  await fillSample(db, 'sample');
}

/** What works beside the thread that answers readers. Each starts its threads when needed. */
const makeThreads = ({ database, data }: Settings) => ({
  drawing: createDrawing(),
  documents: documentThreads(database, data),
  doubtThreads: doubtThreads(database),
});

async function start(settings: Settings, db: Db): Promise<() => Promise<void>> {
  await fillNewStore(db);
  const proxyUrl = proxyAddress(settings);
  const oneTimeKey =
    settings.loopback && proxyUrl === undefined
      ? undefined
      : new OneTimeKey(() => Date.now(), sessionFile(join(settings.data, 'sessions.json')));
  const { connections, streams } = computeConnections();
  const threads = makeThreads(settings);
  const renderers: Partial<PageBuild> = findPageBuild(threads.drawing.picture) ?? {};
  const deps: ServerDeps = {
    db,
    scope: new AsyncLocalStorage<Trx>(),
    reads: new AsyncLocalStorage<Set<string>>(),
    importer: nodeImporter(),
    passwords: argon2Passwords(),
    sender: createSender(compact({ allowed: settings.privateTargets })),
    secondFactor: createSecondFactorTools(settings.sealingKey ?? sealingKeyFile(settings.data)),
    clock: () => new Date(),
    streams,
    config: {
      loopback: settings.loopback,
      hosts: settings.hosts,
      version,
      ...compact({ address: settings.address }),
    },
    ...threads,
    readProcess: processReader(),
    assets: clientFiles(),
    compress: compressOnNode,
    log,
    ...compact({
      ...renderers,
      reportFolder: settings.reports === undefined ? undefined : openReportFolder(settings.reports),
      oneTimeKey,
      identityProvider: settings.openId === undefined ? undefined : openIdProvider(settings.openId),
    }),
  };
  const app = createApp(deps);
  logUnhandled();
  const server = serverFor(app);
  if (connections !== undefined) server.maxConnections = connections;
  const port = await listen(server, settings.host, settings.port);
  const stopJobs = startJobs(deps);
  await printAddress(db, makeAddress(settings, port), proxyUrl, oneTimeKey);
  return async () => {
    app.close();
    await closeServer(server);
    await stopJobs();
    await Promise.all(Object.values(threads).map((one) => one.close()));
    await db.close();
  };
}

/** Starts the jobs of every minute. @returns a function that stops them */
function startJobs(deps: ServerDeps): () => Promise<void> {
  const stopDigests = startDigests(deps);
  const stopReports = startMinuteJob({
    name: 'report-files',
    run: (signal) => writeDueReports(deps, signal),
    log,
  });
  return async () => {
    await Promise.all([stopDigests(), stopReports()]);
  };
}

/**
 * Prints the address of the server. While there is no account, also prints a one-time link for the
 * first person.
 */
async function printAddress(
  db: Db,
  address: string,
  proxyUrl: string | undefined,
  oneTimeKey: OneTimeKey | undefined,
): Promise<void> {
  const key =
    oneTimeKey === undefined || (await hasUsers(db.short))
      ? undefined
      : await oneTimeKey.issueKey();
  const link = `/key#${key} (this link works once, within 30 minutes; its user can make the first account)`;
  if (key === undefined) console.log(`Headway is at ${address}`);
  else if (proxyUrl === undefined) console.log(`Headway is at ${address}${link}`);
  else console.log(`Headway is at ${address}\nFrom other computers, open ${proxyUrl}${link}`);
}

/** Closes a server once its running requests have ended, and after ten seconds at the latest. */
async function closeServer(server: ReturnType<typeof serverFor>): Promise<void> {
  const end = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  // a connection becomes idle shortly after its request has ended
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const late = setTimeout(() => server.closeAllConnections(), 10_000);
  await end;
  clearTimeout(late);
  clearInterval(idle);
}
