// Kills the whole server with SIGKILL while months are entered over HTTP, starts it again and asks for all it acknowledged:
// node tests/hard/kill-server.ts [--cycles 100] [--seed N]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Observation } from '#domain/indicator.ts';
import { addMonths } from '#domain/period.ts';
import { startServer } from '../setup/server.ts';
import { random } from './random.ts';

const indicators = ['companies', 'jobs'];
const firstMonth = '1950-01';

interface Acknowledged {
  readonly indicator: string;
  readonly period: string;
  readonly value: string;
  readonly revision: number;
}

/** Enters one month after another until the server is gone; each answer of 2xx is an acknowledgement. */
async function enterMonths(url: string, indicator: string, from: number, acknowledged: Acknowledged[]): Promise<number> {
  for (let n = from; ; n += 1) {
    const period = addMonths(firstMonth, n % 2400);
    const value = String(1000 + n);
    try {
      const response = await fetch(`${url}/api/v1/indicators/${indicator}/observations`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify({ period, value, confirm: true }),
      });
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`, { cause: 'refused' });
      acknowledged.push({ indicator, period, value, revision: ((await response.json()) as { revision: number }).revision });
    } catch (error) {
      if (error instanceof Error && error.cause === 'refused') throw error;
      return n + 1;
    }
  }
}

/** What was acknowledged and is not there. */
async function lost(url: string, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const { revision } = (await (await fetch(`${url}/api/v1/health`)).json()) as { revision: number };
  const wrong = acknowledged.filter((a) => a.revision > revision).map((a) => `revision ${a.revision} of ${revision} is gone`);
  for (const indicator of indicators) {
    const { items } = (await (await fetch(`${url}/api/v1/indicators/${indicator}/observations`)).json()) as { items: Observation[] };
    const stored = new Map(items.map((item) => [item.period, item.value]));
    for (const a of acknowledged)
      if (a.indicator === indicator && stored.get(a.period) !== a.value)
        wrong.push(`${indicator} ${a.period} was acknowledged as ${a.value} and is ${stored.get(a.period) ?? 'missing'}`);
  }
  return wrong;
}

/** Kills and starts the server again and again on one data folder; true when nothing acknowledged was lost. */
export async function killServerTest(cycles: number, seed: number): Promise<boolean> {
  const data = mkdtempSync(join(tmpdir(), 'headway-kill-server-'));
  const next = random(seed);
  const acknowledged: Acknowledged[] = [];
  const at = indicators.map(() => 0);
  console.log(`SIGKILL of the server during writes: ${cycles} cycles, seed ${seed}`);
  try {
    for (let cycle = 1; cycle <= cycles; cycle += 1) {
      const server = await startServer({ data });
      const wrong = await lost(server.url, acknowledged);
      if (wrong.length > 0) {
        await server.stop('SIGKILL');
        console.log(wrong.slice(0, 20).join('\n'));
        return false;
      }
      const writers = indicators.map((indicator, i) => enterMonths(server.url, indicator, at[i] ?? 0, acknowledged));
      await sleep(40 + next() * 260);
      await server.stop('SIGKILL');
      (await Promise.all(writers)).forEach((n, i) => {
        at[i] = n;
      });
      if (cycle % 10 === 0) console.log(`${cycle} of ${cycles} kills, ${acknowledged.length} months acknowledged`);
    }
    const server = await startServer({ data });
    const wrong = await lost(server.url, acknowledged);
    await server.stop();
    if (acknowledged.length < cycles) wrong.push(`only ${acknowledged.length} months were acknowledged in ${cycles} cycles`);
    console.log(wrong.length === 0 ? `0 of ${acknowledged.length} acknowledged months lost` : wrong.slice(0, 20).join('\n'));
    return wrong.length === 0;
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { cycles: { type: 'string', default: '100' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) } },
  });
  process.exitCode = (await killServerTest(Number(values.cycles), Number(values.seed))) ? 0 : 1;
}
