import { afterEach, describe, expect, test } from 'vitest';
import type { Explanation } from '#contract/measures/schemas.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('explanations of what is not known on $name', (engine) => {
  let api: TestApi;
  afterEach(() => api.close());

  // seen to fail: 0 projects, where the page says that no day is recorded and cannot compare
  test('none is 0, and the reason is that of the page', async () => {
    api = await openApi(engine);
    for (const [code, stage] of [
      ['L-1', 'lead'],
      ['S-1', 'signed'],
    ])
      await api.send('POST', '/api/v1/projects', {
        body: { code, stage, valid_from: '2021-04-15', facts: { name: 'Wiring' } },
      });
    const absent = async (measure: MeasureId, query: string) =>
      (await api.get<Explanation>(`/api/v1/explanations/${measure}?${query}`)).absent?.en;
    expect(await absent('bridge_projects', 'from=2021-01-31&group=pipeline&step=closing')).toBe(
      'Projects are not known at the start of the period',
    );
    const registrations = 'period=quarter&first_month=2021-04&event=registration';
    expect(await absent('event_projects', registrations)).toBe('Nothing is recorded for this day');
    expect(await absent('stage_median_days', 'stage=pipeline')).toBe('Given for each stage');
  });
});
