import { compact } from '#domain/values/compact.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { RegisterView, ProjectDot, StageTotals } from '#domain/projects/register-view.ts';
import { makeOverview } from '#domain/overview/make-overview.ts';
import { overviewInput } from '#domain/overview/overview.fixture.ts';
import { stages, type StageOrUnknown } from '#domain/projects/stage.ts';
import { investorKey } from '#domain/redaction/disclosure/holdings.ts';
import type { RegisterCell } from './register-cells.ts';

/** A project with the facts that sums use. */
export interface P {
  readonly code: string;
  readonly stage: StageOrUnknown;
  readonly currency?: string;
  readonly minor: string;
  readonly investor?: string;
}
/** Active projects as the store gives them to a link. */
export const makeCells = (projects: readonly P[]): RegisterCell[] =>
  projects.map(({ code, stage, currency, minor, investor }) => ({
    stage,
    status: 'active',
    ...compact({ currency }),
    holder: investorKey(investor, code),
    count: 1,
    minor: BigInt(minor),
  }));
/** The projects that an overview draws, each of an investor of its own; none is left out. */
export const cellsOfDots = ({
  strip,
}: Overview): {
  readonly keptCells: readonly RegisterCell[];
  readonly out: readonly RegisterCell[];
} => ({
  keptCells: strip.groups.flatMap(({ rows }) =>
    rows.flatMap(({ stage, dots }) =>
      makeCells(
        dots.map(({ code, money }) => ({ code, stage, minor: money?.minor ?? '0', ...money })),
      ),
    ),
  ),
  out: [],
});
/** A register of some projects, with other facts of a register. */
export function overviewWith(
  projects: readonly P[],
  published?: { readonly value: string },
): Overview {
  const rows = [...stages, 'unknown' as const].flatMap((stage): StageTotals[] => {
    const own = projects.filter((p) => p.stage === stage);
    if (own.length === 0) return [];
    const currencies = [...new Set(own.flatMap((p) => p.currency ?? []))];
    const dots = own.map(
      (p): ProjectDot => ({
        code: p.code,
        name: `Name ${p.code}`,
        industry: 'eco',
        ...compact({
          money: p.currency === undefined ? undefined : { minor: p.minor, currency: p.currency },
        }),
      }),
    );
    const sum = (currency: string) =>
      own.reduce((all, p) => (p.currency === currency ? all + BigInt(p.minor) : all), 0n);
    return [
      {
        stage,
        count: own.length,
        undisclosed: own.filter((p) => p.currency === undefined).length,
        amounts: currencies.map((currency) => ({ currency, minor: String(sum(currency)) })),
        dots,
      },
    ];
  });
  const register: RegisterView = {
    ...overviewInput.register,
    rows,
    total: projects.length,
    excluded: 0,
    established: [],
    before: [],
    changes: { items: [], total: 0 },
  };
  const facts =
    published === undefined
      ? []
      : overviewInput.profile.published.filter((f) => f.id !== 'established_investment');
  const profile = {
    ...overviewInput.profile,
    published:
      published === undefined
        ? []
        : [
            ...facts,
            {
              id: 'established_investment',
              value: published.value,
              unit: 'CNY',
              date: '2021-02-08',
              source: 'S1',
            },
          ],
  };
  return makeOverview({ ...overviewInput, profile, register });
}
