// At most two units of money on a page (sums, single projects), and no amount above 0 as 0.00.
import { waitFor } from '@testing-library/react';
import type { ComponentType } from 'react';
import { expect, test } from 'vitest';
import type { Currency } from '#domain/values/money.ts';
import { profile } from '#domain/overview/overview.fixture.ts';
import type { Stage } from '#domain/projects/stage.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { chooseOrigin } from '#server/zone/chosen-origin-store.ts';
import { writeZone } from '#server/zone/store.ts';
import { ChangesPage } from '#web/features/changes/changes-page.tsx';
import { OverviewPage } from '#web/features/overview/overview-page.tsx';
import { PipelinePage } from '#web/features/pipeline/pipeline-page.tsx';
import { ProjectsPage } from '#web/features/projects/projects-page.tsx';
import { ReportPage } from '#web/features/report/report-page.tsx';
import { record } from '../../setup/api/store-records.ts';
import type { TestApi } from '../../setup/api/api.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const [first, last] = ['2021-01-31', '2021-06-30'] as const;
const stages: readonly Stage[] = [
  'lead',
  'negotiation',
  'signed',
  'registered',
  'construction',
  'operation',
];

/**
 * A register of one currency with amounts from 10³ to 10¹³ in every stage, some of them revised
 * between two editions.
 */
async function store({ db }: TestApi, currency: Currency): Promise<void> {
  const minor = currency === 'CNY' ? 100n : 1n;
  const projects = Array.from({ length: 11 * stages.length }, (_, at) => {
    const [power, stage] = [3 + (at % 11), stages[Math.floor(at / 11)] ?? 'lead'];
    const amount = (day: string): bigint =>
      10n ** BigInt(power) * BigInt(at % 7 === 0 && day === last ? 3 : 2) * minor;
    const milestones = at % 3 === 0 ? [{ type: 'start' as const, plan: '2021-03-31' }] : [];
    return (day: string) =>
      record(`P${at + 1}`, {
        total: { minor: amount(day), currency },
        events: [{ stage, date: '2020-06-01' }],
        milestones,
        owner: 'Office',
      });
  });
  for (const as_of of [first, last])
    await writeRevision(
      db,
      { author: 'test', kind: 'import', reason: 'x', origin: 'own', as_of },
      async (trx, revision) => {
        await writeZone(trx, revision, {
          ...profile,
          origin: 'own',
          base_currency: currency,
          published: [],
          indicators: [],
          targets: [],
          data_date: as_of,
        });
        await chooseOrigin(trx, revision, 'own');
        await putProjects(
          trx,
          revision,
          projects.map((project) => project(as_of)),
          { as_of },
        );
      },
    );
}

/** The texts of a page one after the other, with a bar between two. */
function textOf(container: Element): string {
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode())
    if (walker.currentNode.parentElement?.closest('style, script, title, desc, option') === null)
      texts.push(walker.currentNode.textContent ?? '');
  return texts.join('|');
}

/**
 * The units of amounts and of heads in an English text: those of multiples, and `one` where there
 * is none.
 */
function unitsIn(text: string, sign: string): ReadonlySet<string> {
  const multiples = [
    ...text.matchAll(/\d\|?(tn|bn|mn)(?![a-z])/g),
    ...text.matchAll(new RegExp(`${sign}\\|?\\s(tn|bn|mn)(?![a-z])`, 'g')),
  ];
  const plain = new RegExp(`${sign}\\s?\\|?\\d[\\d,.]*(?![\\d,.])(?!\\|?(?:tn|bn|mn))`, 'g');
  return new Set([
    ...multiples.map(([, unit]) => unit ?? ''),
    ...[...text.matchAll(plain)].map(() => 'one'),
  ]);
}

const signs: Readonly<Record<string, string>> = { CLP: 'CLP', JPY: 'JP¥', CNY: 'CN¥' };
/** Pages with their addresses and a text of the part that loads last. */
const pages: readonly (readonly [string, ComponentType, string, RegExp])[] = [
  ['overview', OverviewPage, `/?as_of=${last}&cmp=${first}`, /Needs action[\s\S]*Next milestone/],
  ['projects', ProjectsPage, `/projects?as_of=${last}`, /Planned investment[\s\S]*Project P22/],
  [
    'pipeline',
    PipelinePage,
    `/pipeline?as_of=${last}&cmp=${first}`,
    /One dot is one project[\s\S]*Needs action/,
  ],
  [
    'pipeline as a board',
    PipelinePage,
    `/pipeline?as_of=${last}&layout=board`,
    /P10[\s\S]*P21[\s\S]*P65/,
  ],
  [
    'changes',
    ChangesPage,
    `/changes?as_of=${last}&cmp=${first}`,
    /Filled: gained[\s\S]*Amount revised/,
  ],
  ['report', ReportPage, `/report?as_of=${last}&cmp=${first}`, /Amount revised[\s\S]*Stalled/],
];
const cases = pages.flatMap(([name, Page, address, end]) =>
  Object.entries(signs).map(([currency, sign]) => ({ name, Page, address, end, currency, sign })),
);
test.each(cases)(
  'the page $name has at most two units of money in $currency',
  async ({ Page, address, end, currency, sign }) => {
    const { container } = await mountPage(Page, {
      address,
      before: (_faults, api) => store(api, currency),
    });
    await waitFor(() => expect(textOf(container)).toMatch(end));
    // the units are chosen once the register of the page is known
    await waitFor(() =>
      expect([...unitsIn(textOf(container), sign)].slice(2), textOf(container)).toEqual([]),
    );
    const text = textOf(container);
    expect(unitsIn(text, sign).size, text).toBeGreaterThan(0);
    expect(text.match(/(?<![\d.,±−+])0\.0+(?!\d)/g)).toBeNull();
  },
  30_000,
);
