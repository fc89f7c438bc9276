import type { Indicator, Target } from '#domain/zone/indicator.ts';
import { defaultStageMapping } from '#domain/projects/stage.ts';
import type { Partner, ZoneProfile } from '#domain/zone/zone.ts';
import { functionZones, indicators, industries } from './industries.ts';
import { text } from './terms.ts';

const source = 'example';
const deadline = '2024-12-31';
const baseline_date = '2020-01-31';
/** The data date, which is two months after the deadline. */
export const exampleDay = '2025-02-28';

const investment: Indicator = {
  id: 'fai_done',
  kind: 'cum_flow',
  unit: 'CNY',
  cumulation: 'since_start',
  name: text('累计完成投资', '累計投資実績', 'Investment completed to date'),
  definition: text(
    '自示例园区启动以来完成的固定资产投资',
    '例示地区の開始以来の固定資産投資実績',
    'Fixed-asset investment completed since the zone began',
  ),
};

const plan = {
  deadline,
  baseline_date,
  source,
  source_date: '2020-01-15',
  data_status: 'illustrative',
} as const;
const targets: readonly Target[] = [
  {
    ...plan,
    indicator: 'companies',
    comparator: '>',
    value: '150',
    wording: text(
      '到2024年底入驻企业超过150家',
      '2024年末までに入居企業が150社を超える',
      'more than 150 companies by the end of 2024',
    ),
  },
  {
    ...plan,
    indicator: 'industrial_output',
    comparator: '>',
    value: '12000000000',
    baseline: '0',
    wording: text(
      '2024年工业总产值超过120亿元',
      '2024年の工業総生産額が120億元を超える',
      'industrial output of over 12 billion yuan in 2024',
    ),
  },
  {
    ...plan,
    indicator: 'jobs',
    comparator: '>=',
    value: '20000',
    wording: text(
      '到2024年底就业人数达到2万人',
      '2024年末までに雇用者数2万人に達する',
      'at least 20,000 jobs by the end of 2024',
    ),
  },
  {
    ...plan,
    indicator: 'fai_done',
    comparator: '>=',
    value: '9000000000',
    baseline: '0',
    wording: text(
      '到2024年底累计完成投资达到90亿元',
      '2024年末までに累計投資実績90億元に達する',
      'at least 9 billion yuan invested by the end of 2024',
    ),
  },
  {
    ...plan,
    indicator: 'infrastructure',
    comparator: 'qualitative',
    checklist: { done: 14, total: 16, date: deadline },
    wording: text(
      '到2024年底基础设施和配套设施基本到位',
      '2024年末までにインフラと関連施設が基本的に整う',
      'infrastructure and supportive facilities basically in place by the end of 2024',
    ),
  },
];

const partner = (
  id: string,
  type: Partner['type'],
  zh: string,
  ja: string,
  en: string,
): Partner => ({
  id,
  type,
  name: text(zh, ja, en),
  source,
  date: '2020-01-15',
});

/** A fictional zone with five years of values, up to and past its deadline. */
export const exampleZone: ZoneProfile = {
  origin: 'example_zone',
  name: text('示例园区（虚构）', '例示地区（架空）', 'Example Zone (fictional)'),
  short_name: text('示例园区', '例示地区', 'Example Zone'),
  fictional: true,
  base_currency: 'CNY',
  area_km2: '8.4',
  standing: text(
    '虚构的园区，用于展示一个完整的周期',
    '一巡の全体を示すための架空の区',
    'An invented zone that shows a full life',
  ),
  theme: text(
    '节能环保与先进制造（虚构）',
    '省エネ・環境保護と先端製造（架空）',
    'Energy conservation and advanced manufacturing (fictional)',
  ),
  function_zones: functionZones,
  industries,
  phases: [
    {
      id: 'start',
      start: '2020-01-31',
      end: '2020-12-31',
      name: text('启动', '始動', 'Getting started'),
    },
    {
      id: 'shape',
      start: '2021-01-01',
      end: '2022-12-31',
      name: text('成形', '形成', 'Taking shape'),
    },
    {
      id: 'full',
      start: '2023-01-01',
      end: deadline,
      name: text('建成', '完成', 'Fully developed'),
    },
  ],
  indicators: [...indicators, investment],
  targets,
  checkpoints: [
    { date: '2020-12-31', share: 0.08, data_status: 'illustrative' },
    { date: '2022-12-31', share: 0.45, data_status: 'illustrative' },
    { date: deadline, share: 1, data_status: 'illustrative' },
  ],
  plan_path: 'straight',
  stage_mapping: defaultStageMapping,
  thresholds: { ahead: 105, on: 95, slightly: 80 },
  partners: [
    partner(
      'example-bank',
      'finance',
      '示例银行（虚构）',
      'サンプル銀行（架空）',
      'Example Bank (fictional)',
    ),
    partner(
      'example-association',
      'association',
      '示例经贸协会（虚构）',
      'サンプル経済協会（架空）',
      'Example Trade Association (fictional)',
    ),
    partner(
      'example-planner',
      'planner',
      '示例规划院（虚构）',
      'サンプル計画研究所（架空）',
      'Example Planning Institute (fictional)',
    ),
  ],
  complete_from: {
    date: '2020-01-31',
    reason: 'The example register lists every project since its first lead.',
  },
  published: [],
  sources: [
    {
      id: source,
      date: '2020-01-15',
      title: text('虚构数据，仅用于演示', '架空のデータ、説明用', 'Invented for demonstration'),
    },
  ],
  data_date: exampleDay,
  data_status: 'illustrative',
};
