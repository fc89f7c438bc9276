import { afterEach, expect, test } from 'vitest';
import { breakdownKeys, breakdownMeasures } from '#domain/analysis/breakdown.ts';
import type { MadeLink } from '#contract/links/schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { type LinkApi, maker, openLinks } from '../../setup/api/links.ts';
import { record } from '../../setup/api/store-records.ts';

/** Values that occur nowhere else: digits in an order of their own, and words. */
const secret = {
  total_investment: '739184625',
  paid_in: '518273946',
  jobs_actual: '86427513',
  source_channel: 'Zyxwvut channel',
  prefecture: 'Qwxzy prefecture',
  zone: 'Vkjhgq zone',
  industry: 'Pqtrwz industry',
} as const;
type Field = keyof typeof secret;
const observation = '64738291';
const open = { ...redactionProfiles.full, names: 'shown', smallest_group: 1 } as const;

let links: LinkApi;
afterEach(() => links.close());
const start = async () => {
  links = await openLinks();
  const money = (digits: string) => ({ money: { minor: `${digits}00`, currency: 'CNY' } });
  const project = record('P-1', {
    source_channel: secret.source_channel,
    prefecture: secret.prefecture,
    zone: secret.zone,
    industry: secret.industry,
    jobs_actual: Number(secret.jobs_actual),
    amounts: { total_investment: money(secret.total_investment), paid_in: money(secret.paid_in) },
  });
  const value = { period: '2021-03', value: observation, source: 'Bureau of Zz' };
  await links.send('POST', '/api/v1/indicators/companies/observations', {
    body: { ...value, confirm: true },
    env: maker,
  });
  await writeRevision(
    links.db,
    { author: 'a', kind: 'import', reason: 'r', origin: 'own' },
    (trx, revision) => putProjects(trx, revision, [project]),
  );
};
const withhold = async (withheld: object) => {
  const zone = await links.send('GET', '/api/v1/zone', { env: maker });
  const reply = await links.send('PATCH', '/api/v1/zone', {
    body: { withheld, reason: 'rights' },
    headers: { 'if-match': zone.headers.get('etag') ?? '' },
    env: maker,
  });
  expect([reply.status, reply.status === 200 ? '' : await reply.text()]).toEqual([200, '']);
};
const plain = (text: string): string => text.replace(/(?<=\d)[.,]/g, '');
/** What a reader may ask for, whatever the link shows. */
const commonPaths = [
  '/lists/projects.csv',
  '/explanations/project_amount?code=P-1',
  '/explanations/stage_investment?stage=lead',
  '/explanations/target_value?target=companies',
  ...filesOf('targets'),
  ...filesOf('pipeline'),
  ...filesOf('progress'),
];
function filesOf(chart: string): readonly string[] {
  return ['csv', 'json'].map((form) => `/charts/${chart}.${form}?lang=en`);
}
/** The data of a link for its reader: the page, the files of its chart, and more paths. */
const readAll = async (link: MadeLink, more: readonly string[] = commonPaths): Promise<string> => {
  const headers = await links.reader(link);
  const paths = ['', ...filesOf(link.link.view.chart?.id ?? 'outlook'), ...more];
  const texts: string[] = [];
  for (const path of paths)
    texts.push(await (await links.read(link.link.id, headers, path)).text());
  return plain(texts.join('\n'));
};
/** Makes a link; undefined where its chart is refused. */
const tryToMake = async (view: object): Promise<MadeLink | undefined> => {
  const body = { name: 'A', view, profile: open, frozen: false, language: 'en', exports: 'data' };
  const reply = await links.send('POST', '/api/v1/links', { body, env: maker });
  return reply.status === 201 ? ((await reply.json()) as MadeLink) : undefined;
};
const pages = ['overview', 'pipeline', 'changes', 'projects', 'outlook'] as const;

test('without the flag a link holds the values, and with it none, also in links frozen before', async () => {
  await start();
  const sharedLinks = await Promise.all(
    pages.map(async (page) => ({
      live: await links.make({ view: { page }, profile: open, exports: 'data' }),
      frozen: await links.make({ view: { page }, profile: open, exports: 'data', frozen: true }),
    })),
  );
  const before = (await Promise.all(sharedLinks.map(({ frozen }) => readAll(frozen)))).join('\n');
  for (const value of [secret.total_investment, secret.industry, observation])
    expect([value, before.includes(value)]).toEqual([value, true]);
  await withhold({ fields: ['total_investment', 'industry'], indicators: ['companies'] });
  for (const { live, frozen } of sharedLinks)
    for (const one of [live, frozen]) {
      const text = await readAll(one);
      for (const value of [secret.total_investment, secret.industry, observation])
        expect([one.link.view.page, value, text.includes(value)]).toEqual([
          one.link.view.page,
          value,
          false,
        ]);
    }
});

test.each(Object.keys(secret) as Field[])(
  'no breakdown of a link, whatever it counts and groups by, holds %s once it is withheld',
  async (field) => {
    await start();
    const views = breakdownMeasures.flatMap((measure) =>
      breakdownKeys
        .filter((by) => by !== 'owner' && by !== 'investor' && by !== 'channel')
        .map((by) => ({ page: 'charts', chart: { id: 'breakdown', measure, by } })),
    );
    await withhold({ fields: [field] });
    let count = 0;
    for (const view of views) {
      const link = await tryToMake(view);
      if (link === undefined) continue;
      const { measure, by } = view.chart;
      // the other paths do not depend on the breakdown
      const text = await readAll(link, count === 0 ? commonPaths : []);
      count += 1;
      expect([measure, by, text.includes(secret[field])]).toEqual([measure, by, false]);
    }
    expect(count).toBeGreaterThan(10);
  },
  180_000,
);
