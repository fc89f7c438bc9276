import { makeBridge } from '#domain/changes/bridge.ts';
import { makeOverview } from '#domain/overview/make-overview.ts';
import type { Indicator } from '#domain/zone/indicator.ts';
import type { Overview, OverviewInput } from '#domain/overview/overview.ts';
import type { ProjectDot, StageTotals } from '#domain/projects/register-view.ts';
import { overviewInput, profile } from '#domain/overview/overview.fixture.ts';
import { defaultStageMapping, type Stage, type StageOrUnknown } from '#domain/projects/stage.ts';
import { industryShortTerms, industryTerms } from '#domain/labels/index.ts';
import { words } from '#domain/values/term.ts';

const projects = `A01 construction eco 9, A02 construction material 6, A03 construction energy 4.5, A04 construction bio 3.5, A05 registered ict 2.5,
A06 registered eco 1.5, A07 operation services 1, B01 signed energy 4.8, B02 signed eco 3.6, B03 signed ict 3, B04 negotiation eco 6,
B05 negotiation material 4.2, B06 negotiation bio 2.5, B07 negotiation eco 1.8, B08 negotiation ict 5, B09 negotiation services 0.8,
B10 negotiation energy 3.5, B11 negotiation material 2, B12 negotiation eco 1.2, B13 negotiation bio -, B14 negotiation services 0.6,
B15 lead eco 8, B16 lead energy -, B17 lead material 1.5, B18 lead services 0.5, B19 lead bio 2.2, B20 lead ict -`;

/**
 * The illustrative register as rows of the strip plot: amounts in 亿元, names as the page says them.
 */
const rows: readonly StageTotals[] = Object.entries(
  Object.groupBy(
    projects.split(/,\s*/).map((line) => {
      const [code = '', stage = 'lead', industry = '', amount = '-'] = line.split(' ');
      const amountFields: Pick<ProjectDot, 'money' | 'missing'> =
        amount === '-'
          ? { missing: 'not_disclosed' }
          : { money: { minor: String(Math.round(Number(amount) * 1e10)), currency: 'CNY' } };
      return { stage, dot: { code, name: `Project ${code}`, industry, ...amountFields } };
    }),
    ({ stage }) => stage,
  ),
).map(([stage, list = []]) => {
  const dots = list.map(({ dot }) => dot);
  const sum = dots.reduce((total, { money }) => total + BigInt(money?.minor ?? '0'), 0n);
  return {
    stage: stage as StageOrUnknown,
    count: dots.length,
    undisclosed: dots.filter(({ money }) => money === undefined).length,
    amounts: [{ minor: sum.toString(), currency: 'CNY' }],
    dots,
  };
});

const names: Readonly<Record<string, Pick<Indicator, 'name' | 'definition'>>> = {
  companies: {
    name: words('入驻企业', '入居企業', 'Companies moved in'),
    definition: words('月末入驻企业数', '月末の入居企業数', 'Companies moved in at month end'),
  },
  industrial_output: {
    name: words('工业总产值', '工業総生産額', 'Industrial output'),
    definition: words('人民币，现价', '人民元、名目', 'In renminbi, current prices'),
  },
  jobs: {
    name: words('就业人数', '雇用者数', 'Jobs'),
    definition: words('月末就业人数', '月末の雇用者数', 'Jobs at month end'),
  },
  infrastructure: {
    name: words('基础和配套设施', 'インフラと付帯施設', 'Infrastructure and supportive facilities'),
    definition: words('', '', ''),
  },
};

/**
 * The first zone's sample as the charts' tests and gallery draw it; every value of it is
 * illustrative but the published ones.
 */
export const sampleInput: OverviewInput = {
  ...overviewInput,
  profile: {
    ...profile,
    name: words(
      '中日（青岛）地方发展合作示范区',
      '中日（青島）地方発展協力モデル区',
      'China-Japan (Qingdao) Local Development and Cooperation Demonstration Area',
    ),
    short_name: words('青岛示范区', '青島モデル区', 'Qingdao area'),
    indicators: profile.indicators.map((indicator) => ({ ...indicator, ...names[indicator.id] })),
    targets: profile.targets.map((target) =>
      target.comparator === 'qualitative'
        ? {
            ...target,
            wording: words('2025年基本到位', '2025年に概成', 'Basically in place by 2025'),
          }
        : target,
    ),
    industries: (['eco', 'material', 'energy', 'bio', 'ict', 'services'] as const).map((id) => ({
      id,
      colour: id,
      name: industryTerms[id],
      short: industryShortTerms[id],
    })),
    phases: [
      ...profile.phases,
      {
        id: 'full',
        name: words('全面建成', '完成', 'Fully developed'),
        start: '2024-01-01',
        end: '2025-12-31',
      },
    ],
  },
  register: { ...overviewInput.register, rows },
};

const active = (stage: Stage) => ({ stage, status: 'active' as const, currency: 'CNY' });
/**
 * A bridge with every kind of step: entries, moves, exits, revisions, undisclosed amounts, a second
 * currency.
 */
export const sampleBridge = makeBridge(
  [
    {
      from: active('construction'),
      to: active('construction'),
      count: 5,
      from_minor: 200n * 10n ** 9n,
      to_minor: 215n * 10n ** 9n,
      revised: 1,
      revision: 'revised_up',
    },
    {
      from: active('signed'),
      to: active('registered'),
      count: 2,
      from_minor: 35n * 10n ** 9n,
      to_minor: 40n * 10n ** 9n,
      revised: 1,
      revision: 'revised_up',
    },
    {
      from: active('lead'),
      to: active('lead'),
      count: 12,
      from_minor: 300n * 10n ** 9n,
      to_minor: 300n * 10n ** 9n,
      revised: 0,
    },
    {
      from: { stage: 'lead', status: 'active' },
      to: { stage: 'lead', status: 'active' },
      count: 3,
      from_minor: 0n,
      to_minor: 0n,
      revised: 0,
    },
    { to: active('negotiation'), count: 5, from_minor: 0n, to_minor: 62n * 10n ** 9n, revised: 0 },
    {
      to: { ...active('lead'), currency: 'JPY' },
      count: 1,
      from_minor: 0n,
      to_minor: 900_000_000n,
      revised: 0,
    },
    {
      from: active('negotiation'),
      to: { ...active('negotiation'), status: 'lost' },
      count: 1,
      from_minor: 28n * 10n ** 9n,
      to_minor: 28n * 10n ** 9n,
      revised: 0,
    },
  ],
  {
    from: '2021-02-08',
    to: '2021-04-16',
    measure: 'total_investment',
    mapping: defaultStageMapping,
  },
);

export const sampleOverview: Overview = { ...makeOverview(sampleInput), bridge: sampleBridge };
