import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const register =
  'Project ID,Project name,Industry,Zone,Stage,Total investment (KES million)\nK1,Mara Mills,Leather,生产制造区,Signed,30\n';
const months = '月份,就业人数,入驻企业数,基础设施和配套设施\n2026-09,300,12,4\n2026-10,320,13,5\n';
/** What would tell that a zone began from the sample. */
const ofSample =
  /一年启动|Getting started|Research and office|科研办公区|35 billion|2021-04-16|基础设施/;

// seen to fail: a zone of Kenya kept the phases, areas, targets and sources of the sample
describe.each(engines)(
  'a zone that began from the sample and is another one, on $name',
  (engine) => {
    let api: TestApi;
    beforeEach(async () => {
      api = await openApi(engine, { clock: () => new Date('2026-11-09T08:00:00Z') });
    });
    afterEach(() => api.close());
    const readZone = () => api.get<ZoneProfile>('/api/v1/zone');
    const typeValue = async (value: string) => {
      const body = { period: '2026-10', value };
      const response = await api.send('POST', '/api/v1/indicators/jobs/observations', { body });
      expect(response.status, await response.clone().text()).toBe(201);
    };
    const patch = async (body: object) => {
      const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
      const outcome = await api.send('PATCH', '/api/v1/zone', {
        body,
        headers: { 'if-match': etag },
      });
      expect(outcome.status, await outcome.clone().text()).toBe(200);
    };
    const preview = async (text: string, name: string): Promise<ImportPreview> => {
      const form = new FormData();
      form.set('file', new File([text], name));
      return (await (
        await api.send('POST', '/api/v1/imports', { body: form })
      ).json()) as ImportPreview;
    };
    const importFile = async (text: string, name: string, answers: object): Promise<number> => {
      const { id } = await preview(text, name);
      const outcome = await api.send('POST', `/api/v1/imports/${id}/commit`, { body: { answers } });
      expect(outcome.status, await outcome.clone().text()).toBe(200);
      return ((await outcome.json()) as { revision: number }).revision;
    };
    const undo = (revision: number) =>
      api.send('POST', `/api/v1/revisions/${revision}/undo`, { body: {} });

    test('loses the targets, phases and areas of the sample when it gets its name', async () => {
      await typeValue('300');
      expect((await readZone()).targets).toHaveLength(4);
      await patch({ name: { en: 'Naivasha' }, reason: 'Named' });
      const zone = await readZone();
      const { targets, phases, function_zones, industries, sources, phase_note } = zone;
      expect({ targets, phases, function_zones, industries, sources, phase_note }).toEqual({
        targets: [],
        phases: [],
        function_zones: [],
        industries: [],
        sources: [],
      });
      expect(JSON.stringify(zone)).not.toMatch(ofSample);
      // its own value keeps its indicator
      expect(zone.indicators.map(({ id }) => id)).toEqual(['jobs']);
    });
    // seen to fail: the targets of the request were stored nowhere, and its answer was 200
    test('keeps the settings of the request that names the zone, and the parts that they need', async () => {
      await typeValue('300');
      const { targets, phases } = await readZone();
      const [target] = targets.filter(({ indicator }) => indicator !== 'jobs');
      if (target === undefined) throw new Error('The sample has no other target.');
      await patch({ name: { en: 'Naivasha' }, targets: [target], phases, reason: 'Ours' });
      const zone = await readZone();
      expect(zone.targets).toEqual([target]);
      expect(zone.phases).toEqual(phases);
      expect(zone.indicators.map(({ id }) => id)).toEqual(
        expect.arrayContaining(['jobs', target.indicator]),
      );
      expect(zone.function_zones).toEqual([]);
    });
    test('keeps the changes of a person, and an undo restores everything', async () => {
      await typeValue('300');
      const { targets } = await readZone();
      const own = targets.map((target) =>
        target.indicator === 'jobs'
          ? { ...target, value: '900', source: 'Plan of Naivasha', source_date: '2026-01-05' }
          : target,
      );
      await patch({ targets: own, reason: 'Our plan' });
      await patch({ name: { en: 'Naivasha' }, reason: 'Named' });
      const zone = await readZone();
      expect(zone.targets.map(({ indicator, value }) => [indicator, value])).toEqual([
        ['jobs', '900'],
      ]);
      const { items } = await api.get<{ items: { id: number }[] }>('/api/v1/revisions');
      expect((await undo(items[0]?.id ?? 0)).status).toBe(200);
      const { phases, targets: back } = await readZone();
      expect([phases.length, back.length]).toEqual([3, 4]);
    });
    test('keeps all where its name is the one of the sample', async () => {
      await typeValue('300');
      await patch({ name: { 'zh-CN': '中日（青岛）地方发展合作示范区' }, reason: 'Named' });
      const { phases, targets, function_zones } = await readZone();
      expect([phases.length, targets.length, function_zones.length]).toEqual([3, 4, 5]);
    });
    test('loses them by a register that does not name the sample, and undo restores them', async () => {
      await typeValue('300');
      const read = await preview(register, 'register.csv');
      const kind = [...read.questions, ...read.settled].find(({ id }) => id === 'file_kind');
      expect(kind?.choices[0]?.label).toMatch(
        /none of its facts, targets, phases and function zones stay/,
      );
      const revision = await importFile(register, 'register.csv', {});
      const zone = await readZone();
      expect([zone.targets, zone.phases, zone.function_zones]).toEqual([[], [], []]);
      expect(zone.industries.map(({ name }) => name.en)).toEqual(['Leather']);
      // seen to fail: a zone of Kenya counted in yuan, so that no amount had a place in its charts
      expect(zone.base_currency).toBe('KES');
      expect(JSON.stringify(zone)).not.toMatch(ofSample);
      expect((await undo(revision)).status).toBe(200);
      const { phases, base_currency } = await readZone();
      expect([phases.length, base_currency]).toEqual([3, 'CNY']);
    });
    test('keeps its currency where a person made the zone', async () => {
      const response = await api.send('POST', '/api/v1/zone', { body: { base_currency: 'CNY' } });
      expect(response.status, await response.clone().text()).toBe(201);
      const read = await preview(register, 'register.csv');
      const kind = [...read.questions, ...read.settled].find(({ id }) => id === 'file_kind');
      expect(kind?.choices[0]?.label).not.toMatch(/none of its facts/);
      await importFile(register, 'register.csv', {});
      expect((await readZone()).base_currency).toBe('CNY');
    });
    test('keeps them by a register that names the sample', async () => {
      await typeValue('300');
      await importFile(`青岛示范区项目台账\n${register}`, 'register.csv', {});
      expect((await readZone()).targets).toHaveLength(4);
    });
    test('that a file of months begins has its own indicators and no target', async () => {
      const mapping = { 基础设施和配套设施: 'ignore' };
      const answers = {
        file_kind: 'other_zone',
        zone_name: 'Naivasha',
        zone_currency: 'KES',
        mapping,
      };
      await importFile(months, 'months.csv', answers);
      const zone = await readZone();
      expect(zone.indicators.map(({ id: of }) => of).toSorted()).toEqual(['companies', 'jobs']);
      expect(zone.targets).toEqual([]);
      expect(zone.base_currency).toBe('KES');
      expect(JSON.stringify(zone)).not.toMatch(ofSample);
    });
  },
);
