// Seen to fail: without a reserved reader, short reads wait for all long ones before them.
import type { LinkView } from '#contract/links/view-schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { readOn } from '#server/db/db.ts';
import { portDialect } from '#server/db/dialects/port-dialect.ts';
import type { SqlPort } from '#server/db/dialects/port.ts';
import { openSqlite } from '#server/db/dialects/sqlite.ts';
import { redactContent } from '#server/links/payload/redact-overview.ts';
import { openApi } from '../../setup/api/api.ts';
import {
  askWhileBusy,
  datedAddresses,
  filledStore,
  longAddresses,
} from '../../setup/api/busy-store.ts';
import { openableEngines, type TestEngine, type TestStore } from '../../setup/api/stores.ts';
import { outcome, type ReliabilityTest } from '../setup/reliability-test.ts';

const projects = 100_000;
/** The longest processor time of one statement in ms. SQLite can't interrupt a statement. */
const longest = 2000;
const clock = () => new Date('2026-11-27T08:00:00Z');
/** The content of the links: one per page. */
const linkViews: readonly LinkView[] = [
  { page: 'overview' },
  { page: 'pipeline' },
  { page: 'projects' },
  { page: 'changes', compare: '2021-05-17' },
];
interface Statement {
  readonly ms: number;
  readonly text: string;
}

/** A store whose close does nothing. */
const withoutClose = (engine: TestEngine, store: TestStore): TestEngine => ({
  name: engine.name,
  open: async () => ({ ...store, close: async () => undefined }),
});

/**
 * The slowest SQLite statement of all pages and links, run in this thread so that it can be timed.
 */
async function slowestStatement(engine: TestEngine, store: TestStore): Promise<Statement> {
  const sqlite = openSqlite(store.db.url ?? '', { readOnly: true });
  let slowest: Statement = { ms: 0, text: '' };
  const port: SqlPort = {
    exec(text, parameters) {
      const before = process.cpuUsage();
      const result = sqlite.exec(text, parameters);
      const { user, system } = process.cpuUsage(before);
      const ms = (user + system) / 1000;
      if (ms > slowest.ms) slowest = { ms, text };
      return result;
    },
    close: () => sqlite.close(),
  };
  const read = readOn(portDialect(async () => [port]));
  const db = { ...store.db, read, short: read };
  const api = await openApi(withoutClose(engine, { ...store, db }), { clock });
  for (const address of [...datedAddresses, ...Object.values(longAddresses)])
    await (await api.send('GET', address)).arrayBuffer();
  for (const view of linkViews)
    await redactContent(
      { db, clock },
      { view, profile: redactionProfiles.totals, language: 'en', exports: 'none' },
    );
  await api.close();
  await read.destroy();
  return slowest;
}

/**
 * Calls every endpoint on a register of 100,000 projects while the slowest one runs, and times the
 * slowest statement.
 */
export const busyStore: ReliabilityTest = {
  id: 'busy-store',
  title: 'a slow page does not stop the server',
  run: async () => {
    const faults: string[] = [];
    const lines: string[] = [];
    for (const engine of openableEngines) {
      const store = await filledStore(engine, projects).open();
      try {
        if (engine.name === 'sqlite') {
          const { ms, text } = await slowestStatement(engine, store);
          lines.push(
            `slowest statement ${Math.round(ms)} ms of the processor: ${text.replaceAll(/\s+/g, ' ').slice(0, 80)}`,
          );
          if (ms > longest) faults.push(`a statement took ${Math.round(ms)} ms: ${text}`);
        }
        const {
          failures: refusal,
          short,
          slow,
          slowest,
        } = await askWhileBusy(withoutClose(engine, store), 6);
        const [address, ms] = [slowest[0], Math.round(slowest[1])];
        lines.push(
          `${engine.name}: slowest ${address} ${ms} ms; short ones in ${Math.round(short)} of ${Math.round(slow)} ms`,
        );
        faults.push(...refusal.map((one) => `${engine.name}: ${one}`));
        if (3 * short > slow) faults.push(`${engine.name}: short reads waited for long ones`);
      } finally {
        await store.close();
      }
    }
    return outcome(lines.join('\n  '), faults);
  },
};
