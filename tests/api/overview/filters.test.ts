import { afterEach, describe, expect, test } from 'vitest';
import type { Explanation } from '#contract/measures/schemas.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Pipeline } from '#domain/projects/pipeline.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import { schemas } from '#contract/schemas.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const viewer = {
  env: { principal: { id: 'v', name: 'v', mode: 'account', role: 'viewer' } },
} as const;

describe.each(engines)('a filter by industry, zone, prefecture and owner on $name', (engine) => {
  let api: TestApi;
  afterEach(() => api.close());
  const overview = async (query = ''): Promise<Overview> => {
    const reply = await api.get<Overview>(`/api/v1/overview?${query}`);
    expect(schemas.overview.reply.safeParse(reply).error?.issues ?? []).toEqual([]);
    return reply;
  };
  const pipeline = (query = '') => api.get<Pipeline>(`/api/v1/pipeline?${query}`);
  const changes = (query = '') => api.get<RegisterChanges>(`/api/v1/changes?${query}`);

  test('the parts of an industry add up to the whole on every page', async () => {
    api = await openApi(engine);
    const whole = await overview();
    const ids = whole.zone.industries.map(({ id }) => id);
    const day = 'from=2021-01-31';
    const [stages, all] = [await pipeline(), await changes(day)];
    const parts = await Promise.all(
      ids.map(async (id) => ({
        overview: await overview(`industry=${id}`),
        pipeline: await pipeline(`industry=${id}`),
        changes: await changes(`${day}&industry=${id}`),
      })),
    );
    const sum = (of: (part: (typeof parts)[number]) => number): number =>
      parts.reduce((total, part) => total + of(part), 0);
    expect(sum((part) => part.overview.projects_total ?? 0)).toBe(whole.projects_total);
    expect(sum((part) => Number(part.overview.headline.pipeline?.value))).toBe(20);
    expect(sum((part) => part.overview.actions?.total ?? 0)).toBe(whole.actions?.total);
    expect(sum((part) => part.pipeline.moves?.total ?? 0)).toBe(stages.moves?.total);
    expect(sum((part) => part.changes.total ?? 0)).toBe(all.total);
    for (const [at, group] of all.bridge.groups.entries())
      for (const [place, step] of group.steps.entries()) {
        const each = parts.map((part) => part.changes.bridge.groups[at]?.steps[place]);
        expect([step.kind, each.reduce((total, one) => total + (one?.count ?? 0), 0)]).toEqual([
          step.kind,
          step.count,
        ]);
      }
    for (const part of parts) expect(part.overview.filtered?.of).toBe(whole.projects_total);
  });

  test('targets stay the zone’s, and published figures are never those of a filter', async () => {
    api = await openApi(engine);
    const [whole, part] = [await overview(), await overview('industry=eco')];
    expect(part.targets).toEqual(whole.targets);
    expect(whole.headline.established).toMatchObject({ value: '7', data_status: 'reported' });
    expect(part.headline.established).toMatchObject({ data_status: 'illustrative' });
    expect(Number(part.headline.established?.value)).toBeLessThan(7);
    expect(part.headline.established).not.toHaveProperty('source');
    expect(part.filtered?.zone.established).toEqual(whole.headline.established);
    expect(whole).not.toHaveProperty('filtered');
  });

  test('filters of several fields and values are combined, and an unknown value finds none', async () => {
    api = await openApi(engine);
    const count = async (query: string) => (await overview(query)).projects_total ?? -1;
    const [one, other] = [await count('industry=eco'), await count('industry=bio')];
    expect(await count('industry=eco,bio')).toBe(one + other);
    expect(await count('industry=eco&zone=production')).toBeLessThanOrEqual(one);
    expect(await count('prefecture=14')).toBe(5);
    expect(await count('industry=nothing')).toBe(0);
    expect(await count("prefecture=' or 1=1 --")).toBe(0);
  });

  test('the overview as it was known, and a figure’s rows, follow the filter', async () => {
    api = await openApi(engine);
    const part = await pipeline('industry=eco');
    const rows = await api.get<Explanation>(
      '/api/v1/explanations/stage_projects?stage=pipeline&industry=eco',
    );
    expect(rows.rows).toMatchObject({ kind: 'projects', total: part.pipeline?.count });
  });

  test('a viewer cannot filter by owner, and a chart file takes the filter of its page', async () => {
    api = await openApi(engine);
    for (const address of [
      '/api/v1/overview?owner=Li',
      '/api/v1/pipeline?owner=Li',
      '/api/v1/changes?owner=Li',
      '/api/v1/explanations/needs_action?owner=Li',
      '/api/v1/charts/pipeline.svg?owner=Li',
    ])
      expect([address, (await api.send('GET', address, viewer as never)).status]).toEqual([
        address,
        403,
      ]);
    const whole = await (await api.send('GET', '/api/v1/charts/pipeline.json')).text();
    const part = await (await api.send('GET', '/api/v1/charts/pipeline.json?industry=eco')).text();
    expect(part.length).toBeLessThan(whole.length);
    const bridge = await api.send('GET', '/api/v1/charts/changes.json?industry=eco');
    expect(bridge.status).toBe(200);
  });
});
