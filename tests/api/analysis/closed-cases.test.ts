import { expect, test } from 'vitest';
import { stages } from '#domain/projects/stage.ts';
import { listClosedProjects } from '#server/analysis/timed-projects-store.ts';
import { refreshStatistics } from '#server/db/statistics.ts';
import { fillLargeRegister } from '../../setup/api/large-register.ts';
import { engines } from '../../setup/api/store-engines.ts';
import { findLeastTime, measureTime } from '../../setup/processes/times.ts';

const scope = {
  origin: 'own',
  as_of: '2024-06-30',
  base_currency: 'CNY',
  filters: {},
  zones: {},
} as const;
const page = { offset: 0, limit: 1 };

// Seen to fail: SQLite looked for the times of all projects again for each
// name, which took 43 s.
test.each(engines)(
  'the cases of each stage are listed within five seconds on $name',
  async (engine) => {
    const db = await engine.open();
    await fillLargeRegister(db, 500);
    await refreshStatistics(db, 1000);
    const countCases = async (): Promise<number> => {
      let cases = 0;
      for (const stage of stages) {
        const choice = { kind: 'closed', stage, dated: true } as const;
        const rows = await listClosedProjects(db.read, scope, choice, page);
        cases += rows.kind === 'projects' ? (rows.total ?? 0) : 0;
      }
      return cases;
    };
    const listTime = await findLeastTime(5000, () =>
      measureTime(async () => expect(await countCases()).toBeGreaterThan(500)),
    );
    expect(listTime).toBeLessThan(5000);
    await db.close();
  },
);
