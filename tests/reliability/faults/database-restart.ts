// Restarts PostgreSQL under ten writers. Seen to fail: without the error listener on each
// connection in db/dialects/postgres.ts the server ends.
import { setTimeout as sleep } from 'node:timers/promises';
import {
  startCluster,
  type PostgresCluster,
  type RestartMode,
} from '../../setup/processes/postgres-cluster.ts';
import { startServer } from '../../setup/processes/server.ts';
import { countOf, outcome, type ReliabilityTest, type Outcome } from '../setup/reliability-test.ts';

const writers = 10;
const modes: readonly RestartMode[] = ['fast', 'immediate'];
/** Restarts in each mode. */
const restartsEach = 20;

interface WriteTally {
  readonly acknowledged: string[];
  readonly faults: string[];
  unavailable: number;
}

/** Adds one project after another. A 503 may be retried; any other rejection is a fault. */
async function addProjects(
  url: string,
  writer: number,
  tally: WriteTally,
  isOver: () => boolean,
): Promise<void> {
  for (let n = 0; !isOver(); n += 1) {
    const code = `W${writer}-${n}`;
    const body = JSON.stringify({
      code,
      facts: { name: `Project ${code}`, industry: 'eco', owner: 'Li', source_channel: 'fair' },
      stage: 'lead',
    });
    try {
      const response = await fetch(`${url}/api/v1/projects`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body,
      });
      if (response.ok) tally.acknowledged.push(code);
      else if (response.status === 503) tally.unavailable += 1;
      else
        tally.faults.push(`${code}: ${response.status} ${(await response.text()).slice(0, 300)}`);
    } catch (error) {
      tally.faults.push(`${code}: ${error instanceof Error ? error.message : String(error)}`);
      await sleep(200);
    }
  }
}

/** Acknowledged projects that the server doesn't know. */
async function findLost(url: string, codes: readonly string[]): Promise<string[]> {
  const losses: string[] = [];
  for (const code of codes) {
    const { status } = await fetch(`${url}/api/v1/projects/${code}`);
    if (status !== 200) losses.push(`${code} was acknowledged and answers ${status}`);
  }
  return losses;
}

async function restartUnderWriters(cluster: PostgresCluster, restarts: number): Promise<Outcome> {
  const server = await startServer({ env: { DATABASE_URL: cluster.url } });
  const tally: WriteTally = { acknowledged: [], faults: [], unavailable: 0 };
  let over = false;
  try {
    const work = Array.from({ length: writers }, (_, writer) =>
      addProjects(server.url, writer, tally, () => over),
    );
    for (let restart = 0; restart < restarts; restart += 1) {
      await sleep(700);
      await cluster.restart(modes[restart % modes.length] ?? 'fast');
    }
    await sleep(700);
    over = true;
    await Promise.all(work);
    const { acknowledged, faults, unavailable } = tally;
    if (acknowledged.length < restarts)
      faults.push(`only ${acknowledged.length} projects were acknowledged`);
    faults.push(...(await findLost(server.url, acknowledged)));
    return outcome(
      `${restarts} restarts, ${acknowledged.length} projects acknowledged, ${unavailable} answers of 503`,
      faults,
    );
  } finally {
    await server.stop();
  }
}

export const databaseRestart: ReliabilityTest = {
  id: 'S-2',
  title: 'PostgreSQL restarts under ten writers',
  async run(runOptions) {
    const cluster = await startCluster();
    if (cluster === undefined) return outcome('NOT RUN: PostgreSQL is not installed', []);
    try {
      return await restartUnderWriters(cluster, countOf(restartsEach * modes.length, runOptions));
    } finally {
      await cluster.stop();
    }
  },
};
