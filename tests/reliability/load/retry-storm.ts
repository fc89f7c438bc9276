// Sends one Idempotency-Key fifty times at once, and again after the server was killed
// between commit and answer. Seen to fail: when findStoredAnswer of http/idempotency-store.ts finds
// expired answers only, each key takes effect three times.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addMonths } from '#domain/values/date.ts';
import { openApi } from '../../setup/api/api.ts';
import { startServer } from '../../setup/processes/server.ts';
import { engines } from '../../setup/api/stores.ts';
import {
  countOf,
  outcome,
  type RunOptions,
  type ReliabilityTest,
} from '../setup/reliability-test.ts';
import { random } from '../setup/random.ts';

const path = '/api/v1/indicators/companies/observations';
const bodyOf = (n: number) => ({
  period: addMonths('1950-01', n % 850),
  value: String(100_000 + n),
  confirm: true,
});

/**
 * Sends fifty at once, several times. Each key takes effect once, and every sender gets that answer.
 */
async function storms(
  runOptions: RunOptions,
): Promise<{ readonly lines: string[]; readonly faults: string[] }> {
  const faults: string[] = [];
  const lines: string[] = [];
  const count = countOf(200, runOptions);
  for (const engine of engines) {
    const api = await openApi(engine);
    const revisions = async (): Promise<number> =>
      (await api.db.read.selectFrom('revision').select('id').execute()).length;
    const before = await revisions();
    for (let n = 0; n < count; n += 1) {
      const send = () =>
        api.send('POST', path, { body: bodyOf(n), headers: { 'idempotency-key': `storm-${n}` } });
      const answers = await Promise.all(Array.from({ length: 50 }, send));
      const texts = await Promise.all(answers.map((answer) => answer.text()));
      const successes = new Set(texts.filter((_, i) => answers[i]?.status === 201));
      if (successes.size !== 1 || answers.some(({ status }) => status !== 201))
        faults.push(
          `${engine.name} ${n}: ${successes.size} answers, statuses ${[...new Set(answers.map((a) => a.status))].join(' ')}`,
        );
      const later = await send();
      if (later.status !== 201 || !successes.has(await later.text()))
        faults.push(`${engine.name} ${n}: another answer later`);
      const other = await api.send('POST', path, {
        body: { ...bodyOf(n), value: '1' },
        headers: { 'idempotency-key': `storm-${n}` },
      });
      if (other.status !== 422)
        faults.push(`${engine.name} ${n}: another body gave ${other.status}`);
    }
    const effects = (await revisions()) - before;
    if (effects !== count) faults.push(`${engine.name}: ${effects} effects of ${count} keys`);
    lines.push(`${engine.name}: ${count} × 50 with one key, ${effects} effects`);
    await api.close();
  }
  return { lines, faults };
}

const revisionOf = async (url: string): Promise<number> =>
  ((await (await fetch(`${url}/api/v1/health`)).json()) as { revision: number }).revision;

/**
 * Sends one request, kills the server meanwhile, restarts it and sends the same again: it takes
 * effect once.
 */
async function kills(
  runOptions: RunOptions,
): Promise<{ readonly lines: string[]; readonly faults: string[] }> {
  const faults: string[] = [];
  const next = random(runOptions.seed);
  const data = mkdtempSync(join(tmpdir(), 'headway-retry-'));
  const count = countOf(40, runOptions);
  let committed = 0;
  let unanswered = 0;
  try {
    for (let n = 0; n < count; n += 1) {
      const server = await startServer({ data });
      const before = await revisionOf(server.url);
      const send = (url: string) =>
        fetch(`${url}${path}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            origin: url,
            'idempotency-key': `kill-${runOptions.seed}-${n}`,
          },
          body: JSON.stringify(bodyOf(n)),
        }).then(async (answer) => ({ status: answer.status, text: await answer.text() }));
      const first = send(server.url).catch(() => undefined);
      await sleep(next() * 60);
      await server.stop('SIGKILL');
      const answered = await first;
      const again = await startServer({ data });
      const there = (await revisionOf(again.url)) - before;
      if (there > 1) faults.push(`kill ${n}: ${there} effects before the retry`);
      if (answered === undefined) unanswered += 1;
      if (answered === undefined && there === 1) committed += 1;
      const retry = await send(again.url);
      const effects = (await revisionOf(again.url)) - before;
      await again.stop();
      if (retry.status !== 201 || effects !== 1)
        faults.push(
          `kill ${n}: the retry gave ${retry.status}, ${effects} effects: ${retry.text.slice(0, 200)}`,
        );
      if (answered !== undefined && answered.text !== retry.text)
        faults.push(`kill ${n}: the retry got another answer`);
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
  return {
    lines: [
      `${count} kills with SIGKILL: ${unanswered} unanswered, ${committed} of them committed; each has one effect after the retry`,
    ],
    faults,
  };
}

export const retryStorm: ReliabilityTest = {
  id: 'R-38',
  title: 'retry storm: 50 × 200 with one key, and kills between commit and answer',
  async run(runOptions) {
    const [storm, killed] = [await storms(runOptions), await kills(runOptions)];
    return outcome([...storm.lines, ...killed.lines].join('; '), [
      ...storm.faults,
      ...killed.faults,
    ]);
  },
};
