import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { journeys } from '../setup/pages/journey.ts';

interface Question {
  readonly id: number;
  readonly question: string;
  readonly addresses: readonly string[];
}
const manual = readFileSync(join(import.meta.dirname, '../../docs/manual.md'), 'utf8');
const questions: readonly Question[] = [
  ...manual.matchAll(/^\| (\d+) \| ([LMOADGJV]) \| (.+?) \| (.+?) \|$/gm),
].map(([, id = '', , question = '', place = '']) => ({
  id: Number(id),
  question,
  addresses: [...place.matchAll(/`(\/[^`]*)`/g)].map(([, address = '']) => address),
}));

type Data = 'sample' | 'example_zone' | 'own';
/** By question: its data, and the expected texts at each of its addresses. */
type Answers = readonly (string | RegExp)[];
const answers: Readonly<Record<number, readonly [Data, ...Answers[]]>> = {
  1: ['sample', ['Companies more than 200', '20.5%', '2.9%']],
  2: ['sample', ['Ahead of plan', '+22', '−262']],
  3: ['sample', ['89.1% of what is needed', 'CN¥0.600bn needed']],
  4: ['sample', ['Not at this pace: 17 companies short', '28,978 jobs missing even then']],
  5: ['sample', ['Two projects signed with CN¥0.66bn; nothing was lost since 8 February 2021']],
  6: ['sample', ['The largest amount × days over the limit first', '143 days over']],
  7: ['sample', ['Established: Registered, Under construction', 'Pipeline: Lead, In negotiation']],
  8: [
    'sample',
    ['The same money four times, never added', 'Paid in', 'Completed'],
    ['Investment: planned to completed', 'CN¥420mn', 'CN¥510mn'],
  ],
  9: ['sample', ['Concentration of 24 projects: largest 11.4%, largest three 29.0%']],
  10: ['own', ['Start of works overdue since 1 March 2021']],
  11: ['sample', ['55.0% of the target', '17.2% of the target']],
  12: ['sample', ['the projects on file still add CN¥18.45bn', 'at least: CN¥6.53bn']],
  13: [
    'example_zone',
    ['Projects that left by stage and reason', /Total\s*5/],
    ['Moved on to signed', 'Left'],
  ],
  14: [
    'sample',
    ['15% of leads are signed after 11 months, 10% have left'],
    [/In negotiation\s*11 open, 6 closed/, 'Median'],
  ],
  15: ['sample', ['Stalled: no progress since 6 May 2020 (345 days, limit 180 days)']],
  16: [
    'own',
    ['Trade fair brought 2 of 2 projects that have started', 'Trade fair'],
    ['Projects that left by channel', 'Trade fair'],
  ],
  17: ['sample', ['Energy saving has 26% of projects']],
  18: [
    'own',
    ['1 of 2 framework agreements became contracts', 'Framework agreement, now a contract'],
  ],
  19: ['own', ['Projects by owner', 'Chen Yu']],
  20: ['sample', ['Projects not yet in operation are later by', 'Scenario']],
  21: ['own', ['Start of works overdue'], ['Heat pump plant', 'To complete']],
  22: ['sample', ['To complete', 'National project code']],
  23: ['sample', ['Against original date', '91 days later than first planned']],
  24: [
    'own',
    ['No power line to the site', 'Li Na'],
    ['An open issue was due on 1 March 2021 (46 days ago)'],
  ],
  25: ['sample', ['Full-capacity date: missing for 17 of 27 projects', 'Age of last update']],
  26: ['sample', ['Total (published: about CN¥2.8bn)', '2,800']],
  27: ['own', ['Near-equal names']],
  28: ['sample', ['then called “in negotiation”'], ['Revised since']],
  29: ['sample', ['Year to date · CN¥ bn', 'At month end · jobs']],
  30: [
    'sample',
    ['2020 H1', 'Cumulative incidence'],
    ['17% of leads are signed after 7 months', 'n = 6'],
  ],
  31: ['sample', ['Exchange-rate effect', 'in CNY, each day at its rate']],
  32: ['own', ['Foreign capital paid in ÷ contracted', '40.0', '2021']],
  33: [
    'sample',
    [
      'Assumptions with the largest effect',
      'Largest effect: All start operation 12 months later, −CN¥1.73bn',
    ],
  ],
  34: [
    'sample',
    ['Site area of 15 of 27 projects', '1,775'],
    ['Deadline passed', 'A01 Power 26 Mar'],
    ['Land, 12 months (legal)', '349 days left'],
  ],
  35: ['sample', ['9.86', 'Site area of 14 of 27 projects'], ['Bio has the highest planned']],
  36: ['sample', ['2,442 jobs reach full capacity by the deadline'], ['Planned jobs by stage']],
  37: ['sample', ['Next 90 days', 'A06 start 31 May']],
  38: ['sample', ['Where the zone stands', 'Changes in the period', 'Next steps']],
  39: ['sample', ['Energy saving holds 39% of planned investment; over half of it is not signed']],
  40: ['sample', ['Month 12 of 20 of “Getting started”'], ['Taking shape', 'Checklist']],
  41: ['sample', ['Projects by prefecture and stage', 'Kanagawa']],
  42: ['sample', ['Signed 6 months (Approval), Registered 9 months (Permits)']],
  43: ['sample', ['Japan-China Economic Association', 'Zone announcement, 16 April 2021']],
  44: ['sample', ['10.6 km²', 'Published figures', 'Sources']],
};

/** What is expected at each address on some data, so that a page is opened once. */
function expectedOn(data: Data): readonly (readonly [string, Answers])[] {
  const questionsByAddress = new Map<string, (string | RegExp)[]>();
  for (const { id, addresses } of questions) {
    const [on, ...texts] = answers[id] ?? [];
    if (on === data)
      for (const [at, address] of addresses.entries())
        questionsByAddress.set(address, [
          ...(questionsByAddress.get(address) ?? []),
          ...(texts[at] ?? []),
        ]);
  }
  return [...questionsByAddress];
}

describe('the questions of the manual', () => {
  test('are 44, each with an address and its answer', () => {
    expect(questions.map(({ id }) => id)).toEqual(Array.from({ length: 44 }, (_, at) => at + 1));
    const wrong = questions.filter(
      ({ id, addresses }) => addresses.length === 0 || answers[id]?.length !== addresses.length + 1,
    );
    expect(wrong).toEqual([]);
  });
});

const fill: Readonly<Record<Data, (url: string) => Promise<void>>> = {
  sample: async () => {},
  example_zone: async (url) => {
    await send(url, '/samples', { sample: 'example_zone' });
  },
  own: async (url) => {
    const facts = {
      name: 'Heat pump plant',
      investor: 'Hokuto',
      owner: 'Chen Yu',
      'milestones.start.plan': '2021-03-01',
      'amounts.total_investment': { money: { minor: '900000000', currency: 'CNY' } },
    };
    const project = { stage: 'registered', valid_from: '2021-01-04', facts };
    await send(url, '/projects', { code: 'A05', ...project });
    const twice = { ...facts, name: 'Heat-pump plant', owner: 'Li Na' };
    await send(url, '/projects', { code: 'A06', ...project, facts: twice });
    const issue = { text: 'No power line to the site', severity: 'high', owner: 'Li Na' };
    const days = { since: '2021-02-01', due: '2021-03-01' };
    await send(url, '/projects/A05/issues', { ...issue, ...days });
    await fillChannels(url);
  },
};
/** Two projects that a fair brought and that started, one lost; agreements and foreign capital. */
async function fillChannels(url: string): Promise<void> {
  const add = (code: string, name: string, stage: string, facts: object) =>
    send(url, '/projects', { code, stage, valid_from: '2021-01-04', facts: { name, ...facts } });
  const fair = { source_channel: 'Trade fair' };
  await add('V01', 'Valve works', 'construction', fair);
  await add('V02', 'Pump hall', 'construction', fair);
  await add('V03', 'Glass line', 'lead', { source_channel: 'Bank' });
  await add('V04', 'Wire mill', 'lead', fair);
  await send(url, '/projects/V04/status', {
    status: 'lost',
    reason: 'went elsewhere',
    date: '2021-03-01',
    reason_code: 'market',
  });
  const usd = (minor: string) => ({ money: { minor, currency: 'USD' } });
  await add('V05', 'Cable yard', 'signed', {
    'amounts.contracted_fdi': usd('1000000000'),
    'amounts.utilised_fdi': usd('400000000'),
  });
  await add('V06', 'Motor shop', 'negotiation', { agreement_type: 'framework' });
  await add('V07', 'Foil plant', 'negotiation', { agreement_type: 'framework' });
  const address = `${url}/api/v1/projects/V06`;
  const etag = (await fetch(address)).headers.get('etag') ?? '';
  const body = { facts: { agreement_type: 'contract' }, valid_from: '2021-03-01' };
  const response = await fetch(address, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', origin: url, 'if-match': etag },
    body: JSON.stringify(body),
  });
  expect(response.ok, await response.clone().text()).toBe(true);
}
async function send(url: string, path: string, body: object): Promise<void> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(body),
  });
  expect(response.ok, await response.clone().text()).toBe(true);
}

describe.each(['sample', 'example_zone', 'own'] as const)('on the data %s', (data) => {
  journeys('the place that the manual names', (at) => {
    let filled: Promise<void> | undefined;
    test.each(expectedOn(data))('%s answers', async (address, texts) => {
      filled ??= fill[data](at().server.url);
      await filled;
      const day = data === 'own' ? '&as_of=2021-04-16' : '';
      const { page, problems } = await at().walk(
        `${address}${address.includes('?') ? '&' : '?'}lang=en${day}`,
      );
      const read = () => page.locator('main').evaluate((main) => main.textContent ?? '');
      for (const text of texts)
        await expect
          .poll(read)
          .toMatch(typeof text === 'string' ? new RegExp(escaped(text)) : text);
      expect.soft(problems).toEqual([]);
    });
  });
});
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
