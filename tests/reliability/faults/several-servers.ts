// Three servers on one PostgreSQL, one after another killed with SIGKILL while all take changes,
// sign-ins, streams and imports. tests/api/http/several-servers.test.ts holds what they share.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { goodPassword } from '../../setup/api/accounts.ts';
import { startCluster } from '../../setup/processes/postgres-cluster.ts';
import { runCommand } from '../../setup/processes/command.ts';
import { startServer, type RunningServer } from '../../setup/processes/server.ts';
import { random } from '../setup/random.ts';
import { countOf, outcome, type Outcome, type ReliabilityTest } from '../setup/reliability-test.ts';

const servers = 3;
const importedRows = 400;
/** A change on one server must be on all others by then, in ms. */
const seenWithinMs = 1000;
/** A server must take a change by then while another one is killed, in ms. */
const takenWithinMs = 20_000;

interface Run {
  readonly live: RunningServer[];
  readonly cookie: string;
  readonly acknowledged: string[];
  readonly imports: string[];
  readonly faults: string[];
  isOver: boolean;
  /** An import is refused when the register changes after its preview: others wait for its end. */
  isImporting: boolean;
  /** Projects that are being added. */
  adding: number;
  signIns: number;
  slowestMs: number;
  slowestSeenMs: number;
}

const headersOf = (url: string, cookie: string) => ({
  'content-type': 'application/json',
  origin: url,
  cookie,
});
/** A request to a server that may be killed meanwhile. @returns undefined when it was */
async function tryFetch(run: Run, url: string, init: RequestInit): Promise<Response | undefined> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(takenWithinMs) });
    const text = await response.text();
    return new Response(text, { status: response.status, headers: response.headers });
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError')
      run.faults.push(`${new URL(url).pathname} got no answer within ${takenWithinMs} ms`);
    return undefined;
  }
}
const pick = (run: Run, turn: number): RunningServer => {
  const server = run.live[turn % run.live.length];
  if (server === undefined) throw new Error('No server runs.');
  return server;
};

async function addProjects(run: Run, name: string): Promise<void> {
  for (let n = 0; !run.isOver; n += 1) {
    while (run.isImporting && !run.isOver) await sleep(20);
    const { url } = pick(run, n);
    const code = `${name}-${n}`;
    const start = performance.now();
    run.adding += 1;
    const response = await tryFetch(run, `${url}/api/v1/projects`, {
      method: 'POST',
      headers: headersOf(url, run.cookie),
      body: JSON.stringify({ code, stage: 'lead', facts: { name: code } }),
    });
    run.adding -= 1;
    run.slowestMs = Math.max(run.slowestMs, performance.now() - start);
    if (response?.status === 201) run.acknowledged.push(code);
    else if (response !== undefined && response.status !== 503)
      run.faults.push(`${code}: ${response.status} ${(await response.text()).slice(0, 200)}`);
    else await sleep(50);
  }
}
async function signIn(run: Run): Promise<void> {
  for (let n = 0; !run.isOver; n += 1) {
    const { url } = pick(run, n);
    const response = await tryFetch(run, `${url}/api/v1/sign-in`, {
      method: 'POST',
      headers: { ...headersOf(url, ''), 'x-forwarded-for': `203.${n % 250}.1.7` },
      body: JSON.stringify({ login: 'ada@example.org', password: goodPassword }),
    });
    if (response?.status === 200) run.signIns += 1;
    else if (response !== undefined && response.status !== 503)
      run.faults.push(`sign-in: ${response.status} ${await response.text()}`);
    await sleep(150);
  }
}
/** Each import is a register of another zone: all its rows are stored, or none. */
async function importFiles(run: Run): Promise<void> {
  for (let n = 0; !run.isOver; n += 1) {
    const { url } = pick(run, n);
    const zone = `Zone ${n}`;
    const rows = Array.from({ length: importedRows }, (_, i) => `${n}-${i},P ${i},在谈`);
    run.isImporting = n % 2 === 1;
    while (run.isImporting && run.adding > 0) await sleep(20);
    const file = new FormData();
    file.append('file', new Blob([`项目编号,项目名称,项目阶段\n${rows.join('\n')}\n`]), 'a.csv');
    const { 'content-type': _, ...headers } = headersOf(url, run.cookie);
    const preview = await tryFetch(run, `${url}/api/v1/imports`, {
      method: 'POST',
      headers,
      body: file,
    });
    if (preview?.ok !== true) {
      await sleep(100);
      continue;
    }
    const { id } = (await preview.json()) as { id: string };
    const answers = { file_kind: 'other_zone', zone_name: zone, zone_currency: 'CNY' };
    const commit = await tryFetch(run, `${url}/api/v1/imports/${id}/commit`, {
      method: 'POST',
      headers: headersOf(url, run.cookie),
      body: JSON.stringify({ answers }),
    });
    if (commit?.ok) run.imports.push(zone);
    else if (commit !== undefined && commit.status !== 503 && commit.status !== 409)
      run.faults.push(`${zone}: ${commit.status} ${(await commit.text()).slice(0, 200)}`);
  }
}

/**
 * Reads a stream until its server is killed.
 * @returns the last revision that it reported
 */
async function listen(
  url: string,
  cookie: string,
  lastEventId: string | undefined,
): Promise<string> {
  let last = lastEventId ?? '';
  try {
    const response = await fetch(`${url}/api/v1/events`, {
      headers: { cookie, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) },
    });
    for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? [])
      last = [...piece.matchAll(/^id: (\d+)$/gm)].at(-1)?.[1] ?? last;
  } catch {
    // its server was killed: the next stream continues from here
  }
  return last;
}

/** How long until a new project of one server is in the list of another. */
async function measureSight(run: Run, turn: number, code: string): Promise<void> {
  const [one, other] = [pick(run, turn), pick(run, turn + 1)];
  const response = await tryFetch(run, `${one.url}/api/v1/projects`, {
    method: 'POST',
    headers: headersOf(one.url, run.cookie),
    body: JSON.stringify({ code, stage: 'lead', facts: { name: code } }),
  });
  if (response?.status !== 201) return;
  const start = performance.now();
  const isSeen = async (): Promise<boolean> => {
    const response = await tryFetch(run, `${other.url}/api/v1/projects/${code}`, {
      headers: headersOf(other.url, run.cookie),
    });
    return response?.status === 200;
  };
  while (!(await isSeen())) {
    if (performance.now() - start > takenWithinMs) {
      run.faults.push(`${code} of one server is not on another`);
      return;
    }
    await sleep(20);
  }
  run.slowestSeenMs = Math.max(run.slowestSeenMs, performance.now() - start);
}

/** Acknowledged changes that the store does not have, and imports that it holds in part. */
async function findLost(database: string, run: Run): Promise<string[]> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  const { rows } = await client.query<{ code: string }>(
    'select distinct code from project_version',
  );
  await client.end();
  const codes = new Set(rows.map(({ code }) => code));
  const losses = run.acknowledged.filter((code) => !codes.has(code));
  const imported = Map.groupBy(
    [...codes].filter((code) => /^\d+-\d+$/.test(code)),
    (code) => `Zone ${code.split('-')[0]}`,
  );
  const parts = [...imported].filter(([, list]) => list.length !== importedRows);
  return [
    ...losses.map((code) => `${code} was acknowledged and is not there`),
    ...run.imports.filter((zone) => !imported.has(zone)).map((zone) => `${zone} is not there`),
    ...parts.map(([zone, list]) => `${zone} has ${list.length} of ${importedRows} projects`),
  ];
}

async function firstAdmin({ url }: RunningServer): Promise<string> {
  const response = await fetch(`${url}/api/v1/accounts`, {
    method: 'POST',
    headers: headersOf(url, ''),
    body: JSON.stringify({ login: 'ada@example.org', name: 'Ada', password: goodPassword }),
  });
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

async function killEachInTurn(database: string, kills: number, seed: number): Promise<Outcome> {
  const next = random(seed);
  const env = { DATABASE_URL: database, HEADWAY_KEY: randomBytes(32).toString('base64') };
  const first = await startServer({ env });
  const run: Run = {
    live: [first],
    cookie: await firstAdmin(first),
    acknowledged: [],
    imports: [],
    faults: [],
    isOver: false,
    isImporting: false,
    adding: 0,
    signIns: 0,
    slowestMs: 0,
    slowestSeenMs: 0,
  };
  try {
    while (run.live.length < servers) run.live.push(await startServer({ env }));
    const work = [addProjects(run, 'A'), addProjects(run, 'B'), signIn(run), importFiles(run)];
    let lastEventId: string | undefined;
    for (let kill = 0; kill < kills && run.faults.length === 0; kill += 1) {
      const victim = pick(run, kill);
      const stream = listen(victim.url, run.cookie, lastEventId);
      await sleep(300 + next() * 1500);
      await victim.stop('SIGKILL');
      const revision = Number(await stream);
      if (revision < Number(lastEventId ?? 0))
        run.faults.push(`a stream went back from ${lastEventId} to ${revision}`);
      lastEventId = String(revision);
      run.live.splice(run.live.indexOf(victim), 1, await startServer({ env }));
      await measureSight(run, kill, `SEEN-${kill}`);
    }
    run.isOver = true;
    await Promise.all(work);
    run.faults.push(...(await findLost(database, run)));
    if (run.slowestSeenMs > seenWithinMs)
      run.faults.push(`a change was seen only after ${Math.round(run.slowestSeenMs)} ms`);
  } finally {
    run.isOver = true;
    await Promise.all(run.live.map((server) => server.stop()));
  }
  const verified = await runCommand(['verify'], env);
  if (verified.code !== 0) run.faults.push(`verify: ${verified.out} ${verified.err}`);
  const { acknowledged, imports, signIns, slowestMs, slowestSeenMs, faults } = run;
  if (kills >= 5 && imports.length === 0) faults.push('no import was acknowledged');
  if (acknowledged.length < kills || signIns < kills)
    faults.push(`only ${acknowledged.length} projects and ${signIns} sign-ins were acknowledged`);
  return outcome(
    `${kills} kills, ${acknowledged.length} projects, ${imports.length} imports and ${signIns} sign-ins acknowledged; a change took ${Math.round(slowestMs)} ms at most and was seen elsewhere within ${Math.round(slowestSeenMs)} ms`,
    faults,
  );
}

export const severalServers: ReliabilityTest = {
  id: 'S-4',
  title: 'three servers on one PostgreSQL, one after another killed',
  async run(runOptions) {
    const cluster = await startCluster();
    if (cluster === undefined) return outcome('NOT RUN: PostgreSQL is not installed', []);
    try {
      return await killEachInTurn(cluster.url, countOf(60, runOptions), runOptions.seed);
    } finally {
      await cluster.stop();
    }
  },
};
