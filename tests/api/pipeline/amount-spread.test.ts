import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { Distribution } from '#domain/analysis/distribution.ts';
import type { AmountSpread } from '#domain/projects/amount-spread.ts';
import type { StageTotals } from '#domain/projects/register-view.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { type LinkApi, openLinks } from '../../setup/api/links.ts';
import { engines } from '../../setup/api/stores.ts';

/**
 * 400 projects in negotiation, in ten thousand yuan: some without an amount, some of zero, and two
 * investors behind all large ones.
 */
const projects = Array.from({ length: 400 }, (_, at) => {
  const size = 10 ** (2 + ((at * 37) % 400) / 100);
  const wan = at % 40 === 7 ? undefined : at % 40 === 9 ? 0 : Math.round(size);
  const investor = wan !== undefined && wan > 300_000 ? `大投资方${at % 2}` : `投资方${at % 25}`;
  return { code: `P${String(at).padStart(3, '0')}`, wan, investor };
});
const file = [
  '项目编号,项目名称,投资方,项目阶段,总投资（万元）,最近更新',
  ...projects.map(
    ({ code, wan, investor }) => `${code},项目${code},${investor},在谈,${wan ?? ''},2021-05-08`,
  ),
].join('\r\n');
const amounts = projects
  .flatMap(({ wan }) => (wan === undefined || wan <= 0 ? [] : [BigInt(wan) * 1_000_000n]))
  .toSorted((a, b) => (a < b ? -1 : 1));

describe.each(engines)('a stage with more than 60 projects on $name', (engine) => {
  let links: LinkApi;
  beforeEach(async () => {
    links = await openLinks(engine);
    const form = new FormData();
    form.set('file', new File([file], '台账.csv'));
    const preview = (await (
      await links.send('POST', '/api/v1/imports', { body: form })
    ).json()) as ImportPreview;
    const answers = { file_kind: 'other_zone', zone_name: '北园', as_of: '2021-05-08' };
    const outcome = await links.send('POST', `/api/v1/imports/${preview.id}/commit`, {
      body: { answers },
    });
    expect(outcome.status, await outcome.text()).toBe(200);
  });
  afterEach(() => links.close());
  const rowOf = (groups: readonly { readonly rows: readonly StageTotals[] }[]): StageTotals => {
    const row = groups.flatMap(({ rows }) => rows).find(({ stage }) => stage === 'negotiation');
    if (row === undefined) throw new Error('the stage is shown');
    return row;
  };

  test('has the distribution of all its amounts, not only the largest', async () => {
    const overview = schemas.overview.reply.parse(await links.get('/api/v1/overview'));
    const { count, dots, spread } = rowOf(overview.strip.groups as never);
    expect([count, dots]).toEqual([400, []]);
    expect(spread?.count).toBe(amounts.length);
    expect(spread?.not_above_zero).toBe(projects.filter(({ wan }) => wan === 0).length);
    // the same figures as in the chart of project sizes, which explain them
    const { rows } = (await links.get('/api/v1/analysis/distribution')) as Distribution;
    const [line] = rows.find(({ stage }) => stage === 'negotiation')?.lines ?? [];
    const minor = (value?: string): string => String(Math.round(Number(value) * 100));
    expect(spread?.quantiles).toEqual({
      low: minor(line?.p10),
      middle: minor(line?.median),
      high: minor(line?.p90),
    });
    for (const { from, to, count: inside } of spread?.classes ?? [])
      expect([
        from,
        amounts.filter((minor) => minor >= BigInt(from) && minor < BigInt(to)).length,
      ]).toEqual([from, inside]);
    expect(spread?.classes.reduce((sum, one) => sum + one.count, 0)).toBe(amounts.length);
  });

  test('has a row for each project in every data file, and counts by size where it is drawn', async () => {
    const csv = await (await links.send('GET', '/api/v1/charts/pipeline.csv')).text();
    expect(csv.trim().split('\n')).toHaveLength(401);
    const json = (await (await links.send('GET', '/api/v1/charts/pipeline.json')).json()) as {
      readonly rows: readonly unknown[];
    };
    expect(json.rows).toHaveLength(400);
  });

  test('needs three investors or more for every amount in a link', async () => {
    const link = await links.make({ profile: { ...redactionProfiles.full, names: 'shown' } });
    const payload = (await (
      await links.read(link.link.id, await links.reader(link))
    ).json()) as SharedPayload;
    const { spread, dots } = rowOf((payload.overview.strip?.groups ?? []) as never);
    expect(dots).toHaveLength(400);
    const shared = spread as AmountSpread;
    expect(JSON.stringify(shared)).not.toMatch(/quantiles|investors/);
    for (const { from, to, count } of shared.classes) {
      const inside = projects.filter(
        ({ wan = 0 }) =>
          BigInt(wan) * 1_000_000n >= BigInt(from) && BigInt(wan) * 1_000_000n < BigInt(to),
      );
      expect(inside).toHaveLength(count);
      expect(new Set(inside.map(({ investor }) => investor)).size).toBeGreaterThanOrEqual(3);
    }
    expect(shared.classes.reduce((sum, { count }) => sum + count, 0)).toBe(amounts.length);
  });

  test('is only counted in a link of totals', async () => {
    const link = await links.make({ profile: redactionProfiles.totals });
    const payload = (await (
      await links.read(link.link.id, await links.reader(link))
    ).json()) as SharedPayload;
    const row = rowOf((payload.overview.strip?.groups ?? []) as never);
    expect([row.count, row.dots, row.spread]).toEqual([400, [], undefined]);
  });
});
