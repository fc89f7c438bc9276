import { brotliCompressSync } from 'node:zlib';
import { compact } from '#domain/values/compact.ts';
import { describe, expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { serverDocument } from '#charts/static/document.ts';
import { findChart } from '#charts/registry.ts';
import { renderFigure } from '#charts/static/render-figure.ts';
import { renderPicture } from '#charts/static/render-to-svg.tsx';
import {
  type AmountSpread,
  quantileRanks,
  redactSpread,
  sizesBetween,
} from '#domain/projects/amount-spread.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ProjectDot, StageGroupTotals, StageTotals } from '#domain/projects/register-view.ts';
import type { Stage } from '#domain/projects/stage.ts';
import { words } from '#domain/values/term.ts';
import { toPdf } from '#server/exports/formats/pdf/to-pdf.ts';

/** Amounts of a stage around a usual one, in minor units: the same at every run. */
function amountsOf(count: number, usual: number): readonly bigint[] {
  return Array.from({ length: count }, (_, at) => {
    const place = (at + 0.5) / count;
    return BigInt(Math.round(usual * (place / (1 - place)) ** 0.8));
  });
}

function spreadOf(amounts: readonly bigint[]): AmountSpread {
  const edges = sizesBetween(amounts[0] ?? 1n, amounts.at(-1) ?? 1n);
  const classes = edges.slice(0, -1).flatMap((from, at) => {
    const to = edges[at + 1] ?? from;
    const count = amounts.filter((amount) => amount >= from && amount < to).length;
    return count === 0 ? [] : [{ from: String(from), to: String(to), count, investors: count }];
  });
  const [low, middle, high] = quantileRanks(amounts.length).map((rank) =>
    String(amounts[rank - 1]),
  );
  const quantiles = { low: low ?? '', middle: middle ?? '', high: high ?? '' };
  return { currency: 'CNY', count: amounts.length, not_above_zero: 0, classes, quantiles };
}

function rowOf(stage: Stage, count: number, usual: number): StageTotals {
  const amounts = amountsOf(count, usual);
  const dots = amounts.toReversed().map(
    (amount, at): ProjectDot => ({
      code: `${stage}-${at + 1}`,
      name: `${stage} ${at + 1}`,
      industry: 'eco',
      money: { minor: String(amount), currency: 'CNY' },
    }),
  );
  const sum = amounts.reduce((total, amount) => total + amount, 0n);
  return {
    stage,
    count: count + 4,
    undisclosed: 4,
    amounts: [{ currency: 'CNY', minor: String(sum) }],
    dots: dots.slice(0, 240),
    ...compact({ spread: count > 60 ? spreadOf(amounts) : undefined }),
  };
}

const groupOf = (
  group: StageGroupTotals['group'],
  rows: readonly StageTotals[],
): StageGroupTotals => ({
  group,
  count: rows.reduce((sum, row) => sum + row.count, 0),
  undisclosed: rows.reduce((sum, row) => sum + row.undisclosed, 0),
  amounts: [
    {
      currency: 'CNY',
      minor: String(rows.reduce((sum, { amounts }) => sum + BigInt(amounts[0]?.minor ?? '0'), 0n)),
    },
  ],
  rows,
});
const groups: readonly StageGroupTotals[] = [
  groupOf('established', [
    rowOf('operation', 416, 15_900_000_000),
    rowOf('construction', 306, 22_700_000_000),
    rowOf('registered', 40, 18_700_000_000),
  ]),
  groupOf('pipeline', [
    rowOf('signed', 376, 11_900_000_000),
    rowOf('negotiation', 866, 7_600_000_000),
    rowOf('lead', 756, 5_000_000_000),
  ]),
];
/** A zone of its own, with more projects in most stages than are drawn one by one. */
const ownOverview: Overview = {
  ...sampleOverview,
  origin: 'own',
  illustrative: false,
  zone: {
    ...sampleOverview.zone,
    name: words('临港产业园', '臨港産業団地', 'Harbour Park'),
    short_name: words('临港', '臨港', 'Harbour'),
  },
  headline: { before: {} },
  strip: { groups, excluded: 0, data_status: 'reported' },
};
/**
 * The same as a link shows it: no class with fewer than three investors, no amount of a single
 * project.
 */
const sharedOverview: Overview = {
  ...ownOverview,
  strip: {
    ...ownOverview.strip,
    groups: groups.map((group) => ({
      ...group,
      rows: group.rows.map(({ spread, ...row }) => {
        const openSpread = spread === undefined ? undefined : redactSpread(spread);
        return openSpread === undefined ? row : { ...row, spread: openSpread };
      }),
    })),
  },
};

describe('the distribution of stages with more than 60 projects', () => {
  it.each([
    ['own', 'zh-CN', 'light', ownOverview],
    ['own', 'en', 'dark', ownOverview],
    ['shared', 'en', 'light', sharedOverview],
  ] as const)(
    'is drawn as in its reviewed picture: %s, %s, %s',
    async (name, language, theme, overview) => {
      const svg = renderFigure(serverDocument, {
        id: 'pipeline',
        overview,
        language,
        theme,
        size: 'a4',
        options: {},
      });
      await expect(`${svg.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
        `references/pipeline-${name}-many-${language}-${theme}.svg`,
      );
    },
  );

  // seen to fail: the groups of the bars were moved, and no PDF of them was made
  it('is a page of a PDF', async () => {
    const svg = renderFigure(serverDocument, {
      id: 'pipeline',
      overview: ownOverview,
      language: 'ja',
      theme: 'light',
      size: 'a4',
      options: {},
    });
    const pdf = await toPdf([svg], {
      title: 'Title',
      subject: 'Subject',
      keywords: 'Keywords',
      made_at: '2021-04-16T08:00:00.000Z',
      language: 'ja',
    });
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/^%PDF-/);
  });

  // seen to fail: each bar had its own element and place, 10.8 kB
  it('adds little to a page, since the stages share all but the heights of their bars', () => {
    const { toSeries } = findChart('pipeline');
    const markup = renderPicture(
      serverDocument,
      'pipeline',
      toSeries(ownOverview, { language: 'en', options: {} }),
      'en',
    );
    expect(brotliCompressSync(markup).length).toBeLessThan(6000);
  });
});
