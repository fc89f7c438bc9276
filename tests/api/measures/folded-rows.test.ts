// Seen to fail: the rest of the other side opened the rest of that side alone.
import { afterEach, describe, expect, test } from 'vitest';
import { chart } from '#charts/breakdown/analysis-chart.ts';
import type { BreakdownSeries } from '#charts/breakdown/data/series.ts';
import { isPair } from '#charts/compare/layout.ts';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { Breakdown } from '#domain/analysis/breakdown.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { explain } from '../../setup/api/chart-figures.ts';
import { engines } from '../../setup/api/stores.ts';

const stages = ['Lead', 'Signed'] as const;
/** Twelve investors' countries by stage, in two currencies, with other sizes on each side. */
const rows = stages.flatMap((stage, side) =>
  Array.from({ length: 12 }, (_, at) => {
    const amount = ((at * (side === 0 ? 5 : 7)) % 12) + 1;
    return ['CNY', 'USD'].map(
      (currency) =>
        `${stage}${at}${currency},Project ${stage} ${at} ${currency},${stage},${currency},${amount},Branch ${at},2021-03-31`,
    );
  }).flat(),
);
const header = 'Project ID,Project name,Stage,Currency,Total investment (mn),Investor,Updated';

describe.each(engines)('a folded row of a comparison on $name', (engine) => {
  let api: TestApi;
  afterEach(() => api.close());

  test('opens the groups that it folds, on both sides', async () => {
    api = await openApi(engine);
    const form = new FormData();
    form.set('file', new File([[header, ...rows].join('\n')], 'register.csv'));
    const response = await api.send('POST', '/api/v1/imports?lang=en', { body: form });
    const { id } = (await response.json()) as ImportPreview;
    const answers = { file_kind: 'own_register', currency: 'CNY' };
    const outcome = await api.send('POST', `/api/v1/imports/${id}/commit`, { body: { answers } });
    expect(outcome.status).toBe(200);
    const overview = await api.get<Overview>('/api/v1/overview');
    const [breakdown, other] = await Promise.all(
      ['lead', 'signed'].map((stage) =>
        api.get<Breakdown>(`/api/v1/analysis/breakdown?by=investor&stage=${stage}`),
      ),
    );
    if (breakdown === undefined || other === undefined) throw new Error('A side is missing.');
    const series = chart.toSeries(
      {
        ...overview,
        breakdown,
        compared: {
          versus: { kind: 'group', field: 'stage', values: ['signed'] },
          base: ['lead'],
          parts: { breakdown: other },
        },
      },
      { language: 'en', options: {} },
    );
    if (!isPair(series)) throw new Error('It stands alone.');
    for (const [at, side] of series.sides.entries())
      for (const { rows: drawing, axis } of (side.series as BreakdownSeries).blocks) {
        const rest = drawing.at(-1)?.total;
        if (rest === undefined || axis === undefined) throw new Error('A block has no row.');
        const figure = { ...rest.figure, of: { ...rest.figure.of, ...side.of } };
        const { reply } = await explain(api, figure, { stage: at === 0 ? 'lead' : 'signed' });
        const exact = Number(reply.exact[0]?.value);
        expect([side.name, axis.unit, exact]).toEqual([side.name, axis.unit, rest.value]);
      }
  });
});
