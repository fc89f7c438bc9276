import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { linkPagePath } from '#contract/links/constants.ts';
import type { Problem } from '#contract/core/problem-schemas.ts';
import type { LinkView } from '#contract/links/view-schemas.ts';
import { redactionProfiles, type RedactionProfile } from '#domain/redaction/profile.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { draft, type LinkApi, maker, openLinks } from '../../../setup/api/links.ts';
import { cny, record } from '../../../setup/api/store-records.ts';
import { engines } from '../../../setup/api/stores.ts';

const secret = 'Politically exposed';
const heading = 'Watch list';
const remark = 'Remark of the desk';
const open: RedactionProfile = { ...redactionProfiles.full, names: 'shown' };
type Chart = NonNullable<LinkView['chart']>;
/** Every way in which a chart can name a column. */
const charts: readonly Chart[] = [
  { id: 'breakdown', measure: 'count', by: `column:${heading}` },
  { id: 'breakdown', measure: 'total_investment', by: `column:${heading}`, stack: 'none' },
  { id: 'breakdown', measure: 'count', by: 'industry', column: `${heading}:${secret}` },
  { id: 'breakdown', measure: 'count', by: 'stage', versus: `column:${heading}:${secret}` },
  { id: 'money_ladder', by: `column:${heading}` },
  { id: 'stage_time', column: `${heading}:${secret}` },
  { id: 'stage_time', versus: `column:${heading}:${secret}` },
  { id: 'funnel', column: `${heading}:${secret}` },
  { id: 'timeline', by: 'all', column: `${heading}:${secret}` },
];

describe.each(engines)('a column of the register on a link on $name', (engine) => {
  let links: LinkApi;
  beforeEach(async () => {
    links = await openLinks(engine);
    const records = Array.from({ length: 8 }, (_, at) => ({
      ...record(`X${at}`, {
        total: cny(BigInt(at + 2) * 1_000_000n),
        events: [{ stage: 'registered', date: '2021-01-04' }],
        investor: `Investor ${at}`,
        industry: 'bio',
        extra: { [heading]: at % 2 === 0 ? secret : 'Nobody', [remark]: `Only of X${at}` },
      }),
      origin: 'sample' as const,
    }));
    const note = { author: 'test', kind: 'import', reason: 'test', origin: 'sample' } as const;
    await writeRevision(links.db, note, (trx, id) => putProjects(trx, id, records));
  });
  afterEach(() => links.close());
  const create = async (chart: Chart) => {
    const body = { name: 'A', ...draft, view: { page: 'charts', chart }, profile: open };
    return links.send('POST', '/api/v1/links', { body, env: maker });
  };

  test('is refused in every chart unless its sender allows it', async () => {
    for (const chart of charts) {
      const answer = await create(chart);
      const { errors } = (await answer.json()) as Problem;
      expect([chart, answer.status, errors?.[0]?.value]).toEqual([chart, 400, 'column']);
    }
  });

  test('is shown where its sender allows it', async () => {
    for (const chart of charts) {
      const link = await links.make({
        view: { page: 'charts', chart: { ...chart, shows_columns: true } },
        profile: open,
      });
      const text = await (await links.read(link.link.id, await links.reader(link))).text();
      expect([chart, text.includes(secret), text.includes('"withheld"')]).toEqual([
        chart,
        true,
        false,
      ]);
    }
  });

  test('shows no text that fewer projects state than an amount needs', async () => {
    const views: readonly Chart[] = [
      { id: 'breakdown', measure: 'count', by: `column:${remark}` },
      { id: 'breakdown', measure: 'total_investment', by: `column:${remark}`, stack: 'none' },
      { id: 'breakdown', measure: 'count', by: `column:${remark}`, versus: '2021-02-01' },
      { id: 'money_ladder', by: `column:${remark}` },
      { id: 'money_ladder', by: `column:${remark}`, versus: 'stage:registered' },
    ];
    for (const chart of views) {
      const link = await links.make({
        view: { page: 'charts', chart: { ...chart, shows_columns: true } },
        profile: open,
        exports: 'data',
      });
      const reader = await links.reader(link);
      const page = await links.send('GET', linkPagePath(link.link.id), { headers: reader });
      const answers = [
        await (await links.read(link.link.id, reader)).text(),
        await (await links.read(link.link.id, reader, `/charts/${chart.id}.csv`)).text(),
        await page.text(),
      ];
      expect([chart, answers.join().includes('Only of')]).toEqual([chart, false]);
      expect([chart, answers[0]?.includes('"folded"')]).toEqual([chart, true]);
    }
  });

  test('is in no link where the zone may not redistribute it', async () => {
    const zone = await links.send('GET', '/api/v1/zone', { env: maker });
    const patch = await links.send('PATCH', '/api/v1/zone', {
      body: { withheld: { fields: ['extra'] }, reason: 'rights' },
      headers: { 'if-match': zone.headers.get('etag') ?? '' },
      env: maker,
    });
    expect(patch.status).toBe(200);
    for (const chart of charts) {
      const answer = await create({ ...chart, shows_columns: true });
      const { errors } = (await answer.json()) as Problem;
      expect([chart, errors?.[0]?.value]).toEqual([chart, 'redistribution']);
    }
  });

  test('is disclosed by no other link, whatever its reader requests', async () => {
    const link = await links.make({
      view: { page: 'charts', chart: { id: 'breakdown', measure: 'count', by: 'industry' } },
      profile: open,
      exports: 'data',
    });
    const reader = await links.reader(link);
    const column = encodeURIComponent(`column:${heading}`);
    const text = encodeURIComponent(`${heading}:${secret}`);
    const answers = new Map<string, string>();
    for (const rest of [
      '',
      `?by=${column}`,
      '/charts/breakdown.csv',
      '/charts/breakdown.xlsx',
      `/charts/breakdown.svg?by=${column}`,
      `/charts/breakdown.csv?column=${text}`,
      `/explanations/breakdown_count?counted=count&by=${column}&stack=stage&key=${encodeURIComponent(secret)}`,
      `/explanations/breakdown_count?counted=count&by=industry&stack=stage&column=${text}`,
      `/explanations/breakdown_count?counted=count&by=industry&stack=stage&versus=${column}:${text}`,
      '/explanations/breakdown_count?counted=count&by=industry&stack=stage',
    ]) {
      const answer = await links.read(link.link.id, reader, rest);
      answers.set(rest, await answer.text());
      expect([rest, answer.status < 500]).toEqual([rest, true]);
    }
    for (const [rest, words] of answers) {
      // a refusal may repeat the question, which the reader wrote
      const text = words.replaceAll(decodeURIComponent(rest), '');
      expect([rest, text.includes('Nobody')]).toEqual([rest, false]);
    }
    const response = (await links.read(
      link.link.id,
      reader,
      `/explanations/breakdown_count?counted=count&by=industry&stack=stage&column=${text}`,
    )) as Response;
    expect(response.status).toBeGreaterThanOrEqual(400);
  });
});
