import { afterEach, describe, expect, test } from 'vitest';
import { dependOnProjects, makeOutlook, makeSummedOutlook } from '#domain/outlook/make-outlook.ts';
import { collectReads } from '#server/db/read-scope.ts';
import { readRegisterOutlook, readSummedOutlook } from '#server/outlook/service.ts';
import { readOverview } from '#server/overview/service.ts';
import { readZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';
import { openApi, type OpenedApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('the reads of the outlook on $name', (engine) => {
  let api: OpenedApi;
  afterEach(() => api.close());

  test('targets without projects give the same outlook without the facts of projects', async () => {
    api = await openApi(engine);
    const { origin, knownRevision, profile, first_known_day } = await readZoneSnapshot(
      api.deps,
      undefined,
    );
    const { targets, as_of } = await readOverview(api.deps, {});
    const others = targets.filter((row) => !dependOnProjects([row], profile));
    expect([others.length > 0, others.length < targets.length]).toEqual([true, true]);
    const scope = { origin, knownRevision, as_of, profile, first_known_day, without: [] };
    const read = (rows: typeof targets, without?: readonly string[]) =>
      collectReads(() =>
        readRegisterOutlook(api.db, {
          ...scope,
          rows,
          ...(without === undefined ? {} : { scenario: { without } }),
        }),
      );
    for (const without of [undefined, ['A01', 'Z99']]) {
      const whole = await read(targets, without);
      const part = await read(others, without);
      expect(makeOutlook(part.result)).toEqual(makeOutlook({ ...whole.result, rows: others }));
      expect(whole.reads?.has('project_facts')).toBe(true);
      expect(part.result.measures.jobs.projects.map(({ code }) => code)).toEqual(
        without === undefined ? [] : ['A01'],
      );
    }
    expect((await read(others)).reads).toEqual(new Set(['project_version']));
  });

  test('sums of projects give the same outlook as the projects, also under a scenario', async () => {
    api = await openApi(engine);
    const { origin, knownRevision, profile, first_known_day } = await readZoneSnapshot(
      api.deps,
      undefined,
    );
    const { targets: rows, as_of } = await readOverview(api.deps, {});
    const scope = { origin, knownRevision, as_of, profile, first_known_day, rows, without: [] };
    for (const scenario of [
      undefined,
      {
        without: ['A01', 'Z99'],
        delay_months: 7,
        added: [{ stage: 'signed', measure: 'jobs', adds: '70.5' }] as const,
      },
      { rate: 0.5 },
    ]) {
      const read = { ...scope, scenario };
      const outlook = makeSummedOutlook(await readSummedOutlook(api.db, read));
      expect(outlook).toEqual(makeOutlook(await readRegisterOutlook(api.db, read)));
      expect(outlook.targets.some(({ range }) => (range?.known ?? 0) > 0)).toBe(true);
    }
  });
});
