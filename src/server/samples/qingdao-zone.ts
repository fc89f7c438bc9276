import { compact } from '#domain/values/compact.ts';
import type { Target } from '#domain/zone/indicator.ts';
import { defaultStageMapping } from '#domain/projects/stage.ts';
import type { Partner, PublishedFact, Source, ZoneProfile } from '#domain/zone/zone.ts';
import { functionZones, indicators, industries } from './industries.ts';
import { text } from './terms.ts';

const announcementDay = '2021-04-16';
const announcement = 'zone-announcement-2021-04-16';
const deadline = '2025-12-31';
const baseline_date = '2020-04-27';

const sources: readonly Source[] = [
  {
    id: announcement,
    date: announcementDay,
    title: text(
      '示范区公告，2021年4月16日',
      'モデル区発表、2021年4月16日',
      'Zone announcement, 16 April 2021',
    ),
  },
  {
    id: 'report-2021-02-08',
    date: '2021-02-08',
    title: text(
      '示范区报道，2021年2月8日',
      'モデル区に関する報道、2021年2月8日',
      'Report on the zone, 8 February 2021',
    ),
    url: 'http://iqingdao.info/html/2021/counties_news_0208/114.html',
  },
  {
    id: 'report-2020-05-14',
    date: '2020-05-14',
    title: text(
      '启动会报道，2020年5月14日',
      '始動会議に関する報道、2020年5月14日',
      'Report on the launch meeting, 14 May 2020',
    ),
    url: 'https://www.mechuban.com/cn/news/2020/208.html',
  },
];

const fact = (
  id: string,
  value: string,
  unit: string,
  more: Partial<PublishedFact> = {},
): PublishedFact => ({
  id,
  value,
  unit,
  date: announcementDay,
  source: announcement,
  ...more,
});
const in2021 = { date: '2021-02-08', source: 'report-2021-02-08' };
const in2020 = { date: '2020-05-14', source: 'report-2020-05-14' };
const publishedFacts: readonly PublishedFact[] = [
  fact('established_projects', '7', 'projects'),
  fact('established_investment', '2800000000', 'CNY', { qualifier: 'about' }),
  fact('pipeline_projects', '20', 'projects'),
  fact('area_km2', '10.6', 'km2'),
  fact('financial_and_trade_partners', '10', 'institutions', { qualifier: 'over' }),
  fact('local_government_partners', '7', 'local_governments'),
  fact('established_projects', '7', 'projects', {
    ...in2021,
    name: text('引进', '誘致済み', 'introduced'),
    note: text('当时称“引进”', '当時の表現は「誘致」', 'then called “introduced”'),
  }),
  fact('established_investment', '2800000000', 'CNY', {
    ...in2021,
    qualifier: 'about',
    note: text('当时称“引进”', '当時の表現は「誘致」', 'then called “introduced”'),
  }),
  fact('pipeline_projects', '20', 'projects', {
    ...in2021,
    name: text('在谈', '商談中', 'in negotiation'),
    note: text('当时称“在谈”', '当時の表現は「商談中」', 'then called “in the negotiation phase”'),
  }),
  fact('projects_under_construction', '5', 'projects', {
    ...in2020,
    name: text('在建', '建設中', 'under construction'),
    note: text('当时称“在建”', '当時の表現は「建設中」', 'then called “under construction”'),
  }),
  fact('projects_in_negotiation', '6', 'projects', {
    ...in2020,
    name: text('在谈', '商談中', 'in negotiation'),
    note: text('当时称“在谈”', '当時の表現は「商談中」', 'then called “in negotiation”'),
  }),
  fact('projects_in_reserve', '12', 'projects', {
    ...in2020,
    name: text('储备', '準備中', 'in reserve'),
    note: text('当时称“储备”', '当時の表現は「準備」', 'then called “in reserve”'),
  }),
];

const plan = {
  deadline,
  baseline_date,
  source: announcement,
  source_date: announcementDay,
  data_status: 'reported',
} as const;
const targets: readonly Target[] = [
  {
    ...plan,
    indicator: 'companies',
    comparator: '>',
    value: '200',
    wording: text(
      '到2025年入驻企业超过200家',
      '2025年までに入居企業が200社を超える',
      'more than 200 companies moved in by 2025',
    ),
  },
  {
    ...plan,
    indicator: 'industrial_output',
    comparator: '>',
    value: '35000000000',
    baseline: '0',
    wording: text(
      '到2025年工业总产值超过350亿元',
      '2025年までに工業総生産額が350億元を超える',
      'total industrial output of over 35 billion yuan by 2025',
    ),
  },
  {
    ...plan,
    indicator: 'jobs',
    comparator: '>=',
    value: '35000',
    wording: text(
      '到2025年提供就业岗位3.5万个',
      '2025年までに3万5,000人の雇用',
      'jobs for 35,000 people by 2025',
    ),
  },
  {
    ...plan,
    indicator: 'infrastructure',
    comparator: 'qualitative',
    wording: text(
      '到2025年基础设施和配套设施基本到位',
      '2025年までにインフラと関連施設が基本的に整う',
      'infrastructure and supportive facilities basically in place by 2025',
    ),
  },
];

const partner = (
  id: string,
  type: Partner['type'],
  name: Partner['name'],
  prefecture?: string,
): Partner => ({
  id,
  type,
  name,
  ...compact({ prefecture }),
  source: announcement,
  date: announcementDay,
});
const partners: readonly Partner[] = [
  partner('mizuho', 'finance', text('瑞穗银行', 'みずほ銀行', 'Mizuho Bank')),
  partner(
    'jcea',
    'association',
    text('日中经济协会', '日中経済協会', 'Japan-China Economic Association'),
  ),
  partner('kanagawa', 'local_government', text('神奈川县', '神奈川県', 'Kanagawa'), '14'),
  partner('wakayama', 'local_government', text('和歌山县', '和歌山県', 'Wakayama'), '30'),
  partner('niigata', 'local_government', text('新潟县', '新潟県', 'Niigata'), '15'),
  partner('iwate', 'local_government', text('岩手县', '岩手県', 'Iwate'), '03'),
  partner('miyazaki', 'local_government', text('宫崎县', '宮崎県', 'Miyazaki'), '45'),
  partner('tokushima', 'local_government', text('德岛县', '徳島県', 'Tokushima'), '36'),
  partner('shizuoka', 'local_government', text('静冈县', '静岡県', 'Shizuoka'), '22'),
  partner('nri', 'planner', text('野村综合研究所', '野村総合研究所', 'Nomura Research Institute')),
  partner('mjs', 'planner', text('三菱地所设计', '三菱地所設計', 'Mitsubishi Jisho Sekkei')),
  partner(
    'qupdi',
    'planner',
    text(
      '青岛市城市规划设计研究院',
      '青島市都市計画設計研究院',
      'Qingdao Urban Planning & Design Research Institute',
    ),
  ),
];

/**
 * The first zone as published on 16 April 2021. Its checkpoints are illustrative, and it has no
 * data of a later day.
 */
export const qingdaoZone: ZoneProfile = {
  origin: 'sample',
  name: text(
    '中日（青岛）地方发展合作示范区',
    '中日（青島）地方発展協力モデル区',
    'China-Japan (Qingdao) Local Development and Cooperation Demonstration Area',
  ),
  short_name: text('青岛示范区', '青島モデル区', 'Qingdao area'),
  fictional: false,
  base_currency: 'CNY',
  area_km2: '10.6',
  standing: text(
    '国家发展和改革委员会批准的六个中日地方发展合作示范区之一，唯一以节能环保为主题的国家级示范区，位于青岛国际经济合作区内',
    '国家発展改革委員会が承認した6つの中日地方発展協力モデル区の一つで、省エネ・環境保護を主題とする唯一の国家級モデル区。青島国際経済協力区内に位置する',
    'One of six China-Japan local development and cooperation demonstration areas approved by the National Development and Reform Commission, and the only national-level one for energy conservation and environmental protection; inside the Qingdao International Economic Cooperation Zone',
  ),
  theme: text(
    '节能环保、绿色低碳、产城融合',
    '省エネ・環境保護、低炭素、産業と都市の融合',
    'Energy conservation and environmental protection; low-carbon; city-industry integration',
  ),
  function_zones: functionZones,
  industries,
  phases: [
    {
      id: 'start',
      start: baseline_date,
      end: '2021-12-31',
      name: text('一年启动', '1年で始動', 'Getting started'),
    },
    {
      id: 'shape',
      start: '2022-01-01',
      end: '2023-12-31',
      name: text('三年成形', '3年で形成', 'Taking shape'),
    },
    {
      id: 'full',
      start: '2024-01-01',
      end: deadline,
      name: text('五年成城', '5年で完成', 'Fully developed'),
    },
  ],
  phase_note: text(
    '自2020年4月27日批准起按日历年计算',
    '2020年4月27日の承認から暦年で計算',
    'Counted from approval, 27 April 2020',
  ),
  indicators,
  targets,
  checkpoints: [
    { date: '2021-12-31', share: 0.05, data_status: 'illustrative' },
    { date: '2023-12-31', share: 0.4, data_status: 'illustrative' },
    { date: '2025-12-31', share: 1, data_status: 'illustrative' },
  ],
  plan_path: 'checkpoints',
  stage_mapping: defaultStageMapping,
  complete_from: {
    date: '2020-01-01',
    reason: 'The example register lists every project since its first lead.',
  },
  thresholds: { ahead: 105, on: 95, slightly: 80 },
  partners,
  published: publishedFacts,
  sources,
  data_date: announcementDay,
  data_status: 'illustrative',
};
