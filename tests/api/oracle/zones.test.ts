import { compact } from '#domain/values/compact.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { exampleZoneData } from '#server/samples/service.ts';
import { putObservations } from '#server/targets/observation-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { chooseOrigin } from '#server/zone/chosen-origin-store.ts';
import { writeZone } from '#server/zone/store.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { Comparison } from '../../oracle/product/comparison.ts';
import { addDays, monthEnds } from '../../oracle/figures/days.ts';
import { compareTargetsTable } from '../../oracle/product/targets-table.ts';
import { randomOf } from '../../oracle/cases/random.ts';
import { type RandomZone, randomZone } from '../../oracle/cases/random-zone.ts';
import { listTargetRowInputs } from '../../oracle/cases/samples.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';

const full = process.env['HEADWAY_ORACLE'] === 'full';
const timeout = full ? 900_000 : 60_000;
const words = (text: string) => ({ 'zh-CN': text, ja: text, en: text });

/** The random zone in the words and with the facts that a zone has. */
function profileOf({ indicators, targets, checkpoints, thresholds }: RandomZone): ZoneProfile {
  const { profile } = exampleZoneData();
  const promised = {
    source: 'council',
    source_date: '2019-01-01',
    data_status: 'reported',
    wording: words('a promise'),
  };
  return {
    ...profile,
    origin: 'own',
    fictional: false,
    indicators: indicators.map((one) => ({
      ...one,
      name: words(one.id),
      definition: words(one.kind),
    })),
    targets: targets.map((one) => ({ ...one, ...promised })),
    checkpoints: checkpoints.map((one) => ({ ...one, data_status: 'reported' })),
    thresholds,
    data_status: 'reported',
    sources: [],
  } as ZoneProfile;
}

describe.each(Array.from({ length: full ? 25 : 5 }, (_, i) => i + 1))(
  'random zone %i with eleven targets',
  (seed) => {
    let api: TestApi;
    afterEach(() => api.close());

    test('has the targets table of the reference, by either path of the plan', {
      timeout,
    }, async () => {
      api = await openApi();
      const zone = randomZone(seed);
      await writeRevision(
        api.db,
        { author: 'test', kind: 'import', reason: 'zone', origin: 'own' },
        async (trx, revision) => {
          await writeZone(trx, revision, profileOf(zone));
          const reported = { origin: 'own', data_status: 'reported' } as const;
          const entries = zone.values.map((one) => ({
            ...one,
            ...reported,
            ...compact({
              missing: one.value === undefined ? ('not_reported' as const) : undefined,
            }),
          }));
          await putObservations(trx, revision, entries);
          await chooseOrigin(trx, revision, 'own');
        },
      );
      const random = randomOf(seed + 200);
      const comparison = new Comparison(`zone ${seed}`);
      const days = [
        ...monthEnds('2018-12', '2025-06'),
        ...Array.from({ length: 30 }, () => addDays('2019-01-01', random.integer(0, 2300))),
      ];
      for (const path of ['straight', 'checkpoints'] as const) {
        const inputs = listTargetRowInputs(zone, zone.values, path);
        for (const day of full ? days : random.shuffle(days).slice(0, 12))
          await compareTargetsTable(comparison, api.get, inputs, day);
      }
      console.log(comparison.report(0));
      expect(comparison.differences, comparison.report()).toEqual([]);
    });
  },
);
