import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyPlan } from '#server/imports/apply/apply-plan.ts';
import { createImporter } from '#server/imports/process/create-importer.ts';
import { inProcess } from '#server/imports/process/in-process-importer.ts';
import { readKnownRegister } from '#server/imports/known-register-service.ts';
import { fillSample } from '#server/samples/service.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { cny, record } from '../../setup/api/store-records.ts';

const importer = createImporter(inProcess);
const clocked = '2021-05-10';

describe.each(engines)('importing an exported document, on', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
  });
  afterEach(() => api.close());

  const take = async (file: string, query: string): Promise<string> => {
    const response = await api.send('GET', `/api/v1/documents/${file}?${query}`);
    expect([file, response.status]).toEqual([file, 200]);
    return response.text();
  };
  const bringIn = async (text: string, name: string): Promise<readonly string[]> => {
    const register = await readKnownRegister(api.db, clocked);
    const answers = { file_kind: 'own_register' };
    const plan = await importer.plan(new TextEncoder().encode(text), name, answers, register);
    const { questions, problems } = plan.plan.texts.en;
    expect(questions.filter((q) => q.default === undefined).map((q) => q.id)).toEqual([]);
    await applyPlan(api.db, plan);
    return problems.map((p) => p.message);
  };

  it.each([
    ['sample', '2021-04-16'],
    ['sample', '2020-12-31'],
    ['example_zone', '2024-06-30'],
  ] as const)('%s as of %s: projects and series are the same bytes', async (origin, day) => {
    if (origin !== 'sample') await fillSample(api.db, origin);
    const query = `as_of=${day}&lang=en`;
    const [projects, series] = [
      await take('projects.csv', query),
      await take('observations.csv', query),
    ];
    expect(projects.split('\r\n').length).toBeGreaterThan(5);
    expect(await bringIn(projects, 'projects.csv')).toEqual([]);
    expect(await take('projects.csv', query)).toBe(projects);
    expect(await bringIn(series, 'observations.csv')).toEqual([]);
    expect(await take('observations.csv', query)).toBe(series);
  });

  it.each([
    ['sample', '2021-04-16', 'en'],
    ['sample', '2021-04-16', 'zh-CN'],
    ['sample', '2021-04-16', 'ja'],
    ['example_zone', '2024-06-30', 'en'],
  ] as const)(
    'the CSV for Excel of %s as of %s in %s is imported without a change',
    async (origin, day, lang) => {
      if (origin !== 'sample') await fillSample(api.db, origin);
      const query = `as_of=${day}&lang=${lang}`;
      const [exact, guarded] = [
        await take('projects.csv', query),
        await take('projects.csv', `${query}&csv=excel`),
      ];
      const [exactSeries, guardedSeries] = [
        await take('observations.csv', query),
        await take('observations.csv', `${query}&csv=excel`),
      ];
      expect(await bringIn(guarded, 'projects.csv')).toEqual([]);
      expect(await take('projects.csv', query)).toBe(exact);
      expect(await take('projects.csv', `${query}&csv=excel`)).toBe(guarded);
      expect(await bringIn(guardedSeries, 'observations.csv')).toEqual([]);
      expect(await take('observations.csv', query)).toBe(exactSeries);
    },
  );

  it('restores missing amounts with reasons, qualifiers, two currencies, formulas and custom columns', async () => {
    const text = {
      progress_text: '=1+1',
      remark: '+7 495 123-45-67',
      next_step: '@SUM(1,1), "so"',
      issue_text: '－1+1',
    };
    const amounts = {
      total_investment: {
        money: { minor: '123456789012', currency: 'JPY' },
        qualifier: 'about' as const,
      },
      paid_in: { missing: 'not_disclosed' as const },
      output_actual: { money: { minor: '-57', currency: 'CNY' } },
      contracted_amount: { money: { minor: '0', currency: 'USD' } },
    };
    await writeRevision(
      api.db,
      { author: 'a', kind: 'import', reason: 'r', origin: 'own' },
      async (trx, revision) => {
        await putProjects(trx, revision, [
          {
            ...record('髙﨑 𠮷野', { ...text, amounts, data_status: 'estimate' }),
            origin: 'sample',
          },
          {
            ...record('P-2', {
              total: cny(5n),
              agreement_type: 'framework',
              source_channel: '商协会',
              extended_project: 'P-3',
              names: { 'zh-CN': '二期', ja: '第2期', en: 'Phase 2, "so"' },
              investor: 'ACME',
              investor_names: { ja: 'アクメ株式会社' },
              extra: { 建设内容: '年产1万台', __proto__x: 'y' },
              milestones: [
                { type: 'completion', baseline: '2022-01-31', plan: '2022-02-28' },
                { type: 'full_capacity', baseline: '2023-01-31' },
              ],
              events: [
                { stage: 'lead', date: '2020-01-01' },
                { stage: 'construction', date: '2020-06-01' },
              ],
              status: [
                { status: 'active' },
                { status: 'on_hold', date: '2020-09-01', reason: '融资', reason_code: 'financing' },
              ],
            }),
            origin: 'sample',
          },
          {
            ...record('P-3', {
              events: [{ stage: 'unknown', word: '观望', date: '2020-01-01', by: true }],
            }),
            origin: 'sample',
          },
        ]);
      },
    );
    const before = await take('projects.csv', 'as_of=2021-04-16&lang=zh-CN');
    expect(before).toContain('=1+1');
    expect(before).toContain('-0.57');
    const register = await readKnownRegister(api.db, clocked);
    const bytes = new TextEncoder().encode(before);
    const answers = { file_kind: 'own_register', stage_words: { 观望: 'unknown' } };
    await applyPlan(api.db, await importer.plan(bytes, 'projects.csv', answers, register));
    expect(await take('projects.csv', 'as_of=2021-04-16&lang=zh-CN')).toBe(before);
  });
});
