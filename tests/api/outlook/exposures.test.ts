import { afterEach, describe, expect, it, test } from 'vitest';
import { getReader } from '#server/db/db.ts';
import { readExposures } from '#server/outlook/exposure-store.ts';
import { readZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { countExposures, type StagePeriod } from './count-exposures.ts';

describe('the history of a stage', () => {
  const period = (
    stage: StagePeriod['stage'],
    from: string,
    to: string,
    more: Partial<StagePeriod> = {},
  ) => ({ code: 'A', stage, status: 'active', from, to, ...more }) as const;
  it('counts moves, exits and months at risk, open cases too', () => {
    const counts = countExposures(
      [
        period('lead', '2020-01-01', '2020-07-01'),
        period('negotiation', '2020-07-01', '2021-01-01'),
        period('negotiation', '2021-01-01', '9999-12-31', { status: 'lost' }),
        period('lead', '2020-10-01', '9999-12-31', { code: 'B' }),
      ],
      '2021-01-01',
      undefined,
    );
    expect(counts.lead).toMatchObject({ on: 1, out: 0 });
    expect(counts.negotiation).toMatchObject({ on: 0, out: 1 });
    expect(counts.lead?.months).toBeCloseTo((182 + 92) / (365.25 / 12), 6);
  });
  it('leaves out months on hold and months before the first known day', () => {
    const counts = countExposures(
      [
        period('lead', '0001-01-01', '2020-07-01'),
        period('lead', '2020-07-01', '2021-01-01', { status: 'on_hold' }),
      ],
      '2021-01-01',
      '2020-06-01',
    );
    expect(counts.lead?.months).toBeCloseTo(30 / (365.25 / 12), 6);
  });
});

describe.each(engines)('the history of stages on $name', (engine) => {
  let api: TestApi;
  afterEach(() => api.close());

  test.each(['sample', 'example_zone'])(
    'of %s is that of the periods of each project, on every day',
    async (sample) => {
      api = await openApi(engine);
      await api.send('POST', '/api/v1/samples', { body: { sample } });
      const { origin, knownRevision, first_known_day } = await readZoneSnapshot(
        { db: api.db },
        undefined,
      );
      const reader = getReader(api.db);
      const rows = await reader
        .selectFrom('project_version')
        .select(['code', 'stage', 'status', 'valid_from as from', 'valid_to as to'])
        .where('origin', '=', origin)
        .where('revision_from', '<=', knownRevision)
        .where('revision_to', '>', knownRevision)
        .orderBy('code')
        .orderBy('valid_from')
        .execute();
      for (const as_of of ['2019-12-31', '2021-02-08', '2021-04-16', '2023-06-30', '2024-12-31']) {
        const periods = rows.filter(({ from }) => from <= as_of);
        const exposures = await readExposures(
          reader,
          { origin, as_of, knownRevision },
          first_known_day,
        );
        const counts = countExposures(periods, as_of, first_known_day);
        expect(Object.keys(exposures).toSorted()).toEqual(Object.keys(counts).toSorted());
        for (const [stage, { on, out, months }] of Object.entries(counts))
          expect(exposures[stage as keyof typeof exposures], `${stage} ${as_of}`).toEqual({
            on,
            out,
            months: expect.closeTo(months, 6),
          });
      }
    },
  );
});
