import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { ImportCommit } from '#contract/imports/schemas.ts';
import type { Observation } from '#domain/zone/indicator.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { monthFiles, toCsv, toXlsx } from '../../import/series/month-files.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)(
  'a file of months with indicators that the zone lacks, on $name',
  (engine) => {
    let api: TestApi;
    beforeEach(async () => {
      api = await openApi(engine, { clock: () => new Date('2026-11-09T08:00:00Z') });
    });
    afterEach(() => api.close());

    const preview = async (bytes: Uint8Array, name: string): Promise<ImportPreview> => {
      const form = new FormData();
      form.set('file', new File([new Uint8Array(bytes)], name));
      const response = await api.send('POST', '/api/v1/imports', { body: form });
      expect(response.status).toBe(201);
      return (await response.json()) as ImportPreview;
    };
    const commit = async (id: string, answers: object = {}): Promise<ImportCommit> => {
      const outcome = await api.send('POST', `/api/v1/imports/${id}/commit`, { body: { answers } });
      expect(outcome.status, await outcome.clone().text()).toBe(200);
      return (await outcome.json()) as ImportCommit;
    };
    const indicatorIds = async () =>
      (await api.get<ZoneProfile>('/api/v1/zone')).indicators.map(({ id }) => id);

    test('creates them with their values in one revision; the same file changes nothing; undo removes both', async () => {
      const before = await indicatorIds();
      const own = { file_kind: 'other_zone', zone_name: 'Harbour' };
      const first = await preview(toCsv(monthFiles.en), 'months.csv');
      const names = first.created.map(({ id }) => id);
      expect(names).toEqual(expect.arrayContaining(['fdi', 'tax', 'trade', 'rd_intensity']));
      const { revision } = await commit(first.id, own);
      expect(await indicatorIds()).toEqual(expect.arrayContaining(names));
      const fdi = await api.get<{ readonly items: readonly Observation[] }>(
        '/api/v1/indicators/fdi/observations',
      );
      expect(fdi.items.map((one) => [one.period, one.value, one.revision])).toEqual([
        ['2026-09', '21000000', revision],
        ['2026-10', '24500000', revision],
      ]);
      const again = await preview(toXlsx(monthFiles.en), 'months.xlsx');
      expect([again.rows.new, again.rows.changed, again.created]).toEqual([0, 0, []]);
      expect((await commit(again.id)).revision).toBe(revision);
      const undo = await api.send('POST', `/api/v1/revisions/${revision}/undo`, { body: {} });
      expect(undo.status, await undo.clone().text()).toBe(200);
      expect(await indicatorIds()).toEqual(before);
      expect((await api.send('GET', '/api/v1/indicators/fdi/observations')).status).toBe(404);
    });
  },
);
