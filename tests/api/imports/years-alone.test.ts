import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { overdueDays, slippageDays } from '#domain/projects/milestones.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const file = [
  '项目编号,项目名称,项目阶段,计划开工日期,实际开工日期,计划竣工日期,实际竣工',
  'Y1,甲项目,投产,2019-05-31,2020,2021-06-30,2021',
  'Y2,乙项目,投产,2019-05-31,2020-03-31,2021-06-30,2021-09-30',
].join('\r\n');
const as_of = '2022-04-30';

describe.each(engines)('actual dates of a register on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
  });
  afterEach(() => api.close());

  // seen to fail: the year 2020 was 31 December 2020, and the start was 580 days late
  test('given as a year alone are no day: nothing is late or on time by them', async () => {
    const form = new FormData();
    form.set('file', new File([file], '台账.csv'));
    const response = await api.send('POST', '/api/v1/imports', { body: form });
    const { id } = (await response.json()) as ImportPreview;
    const answers = { as_of, file_kind: 'own_register' };
    const outcome = await api.send('POST', `/api/v1/imports/${id}/commit`, { body: { answers } });
    expect(outcome.status).toBe(200);
    const read = (code: string) =>
      api.get<ProjectDetail>(`/api/v1/projects/${code}?as_of=${as_of}`);
    const listDelays = ({ milestones, stage }: ProjectDetail) =>
      milestones.map((one) => [
        one.type,
        one.actual,
        slippageDays(one, stage),
        overdueDays(one, as_of, stage),
      ]);
    expect(listDelays(await read('Y2'))).toEqual([
      ['start', '2020-03-31', 305, undefined],
      ['completion', '2021-09-30', 92, undefined],
    ]);
    const year = await read('Y1');
    expect(listDelays(year)).toEqual([
      ['start', undefined, undefined, undefined],
      ['completion', undefined, undefined, undefined],
    ]);
    // the year of the start is that of its stage, of the completion a text
    expect(year.extra).toEqual({ 实际竣工: '2021' });
    expect(year.stage_events).toContainEqual(
      expect.objectContaining({ stage: 'construction', date: '2020-12-31', by: true }),
    );
  });
});
