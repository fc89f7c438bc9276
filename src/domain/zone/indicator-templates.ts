import type { Text } from '#domain/values/language.ts';
import { words } from '#domain/values/term.ts';
import type { Comparator, Indicator } from './indicator.ts';

/** A template of an indicator. The indicator gets its id where the zone has no such id. */
export interface IndicatorTemplate {
  readonly indicator: Indicator;
  /** Whether its unit is the base currency of the zone instead of the unit of the template. */
  readonly in_base_currency?: true;
  /** The definition for a zone that does not count in yuan: no limit of Chinese statistics. */
  readonly definition_abroad?: Text;
  /** The unit for a zone that does not count in yuan. */
  readonly unit_abroad?: string;
  readonly comparator: Comparator;
  /** The words under which files name it, as headings of columns have them. */
  readonly words: readonly string[];
}

/** The indicators that most zones report, with the definitions of the national statistics. */
export const indicatorTemplates: readonly IndicatorTemplate[] = [
  {
    indicator: {
      id: 'fdi',
      kind: 'annual_flow',
      unit: 'USD',
      power: 6,
      cumulation: 'ytd',
      name: words('实际使用外资', '実行ベース外資額', 'Utilised FDI'),
      definition: words(
        '按商务部统计口径，自年初累计实际使用的外商直接投资金额；2022年5月起口径有调整。',
        '商務部の統計基準による、年初からの外国直接投資の実行額。2022年5月に基準が改められた。',
        'Foreign direct investment carried out since the start of the year, as the Ministry of Commerce counts it; its scope changed in May 2022.',
      ),
    },
    definition_abroad: words(
      '自年初累计实际到位的外商直接投资金额。',
      '年初からの外国直接投資の実行額。',
      'Foreign direct investment carried out since the start of the year.',
    ),
    comparator: '>=',
    words: [
      '实际使用外资',
      '实际使用外资金额',
      '实际利用外资',
      '实际利用外商直接投资',
      '実行ベース外資額',
      '実行ベースの外資導入額',
      '外資実行額',
      'Utilised FDI',
      'Utilized FDI',
      'Actual FDI',
      'FDI',
      'Foreign direct investment',
    ],
  },
  {
    indicator: {
      id: 'fixed_asset_investment',
      kind: 'annual_flow',
      unit: 'CNY',
      cumulation: 'ytd',
      name: words('固定资产投资', '固定資産投資', 'Fixed-asset investment'),
      definition: words(
        '计划总投资500万元及以上项目自年初累计完成的投资额；1月不单独发布。',
        '計画投資額500万元以上の案件の年初からの投資実績。1月分は単独で公表されない。',
        'Work done in money since the start of the year by projects of 5 million yuan or more; there is no figure for January alone.',
      ),
    },
    definition_abroad: words(
      '自年初累计完成的固定资产投资额。',
      '年初からの固定資産投資の実績。',
      'Work done in money on fixed assets since the start of the year.',
    ),
    in_base_currency: true,
    comparator: '>=',
    words: [
      '固定资产投资',
      '固定资产投资额',
      '固投',
      '完成固定资产投资',
      '固定資産投資',
      '固定資産投資額',
      'Fixed-asset investment',
      'Fixed asset investment',
      'Investment in fixed assets',
      'FAI',
    ],
  },
  {
    indicator: {
      id: 'industrial_output',
      kind: 'annual_flow',
      unit: 'CNY',
      cumulation: 'ytd',
      name: words(
        '规模以上工业总产值',
        '一定規模以上企業の工業総生産額',
        'Industrial output above designated size',
      ),
      definition: words(
        '年主营业务收入2000万元及以上工业企业自年初累计的工业总产值。',
        '年間主要業務収入2,000万元以上の工業企業の年初からの工業総生産額。',
        'Gross output since the start of the year of industrial enterprises with a main revenue of 20 million yuan or more.',
      ),
    },
    definition_abroad: words(
      '规模以上工业企业自年初累计的工业总产值；规模界限按当地统计规定。',
      '一定規模以上の工業企業の年初からの工業総生産額。規模の基準は当地の統計による。',
      'Gross output since the start of the year of industrial enterprises above the size that local statistics set.',
    ),
    in_base_currency: true,
    comparator: '>=',
    words: [
      '规模以上工业总产值',
      '规上工业总产值',
      '规上工业产值',
      '规上产值',
      '一定規模以上企業の工業総生産額',
      '一定規模以上工業総生産額',
      'Industrial output above designated size',
      'Industrial output of enterprises above designated size',
      'Output above designated size',
    ],
  },
  {
    indicator: {
      id: 'tax',
      kind: 'annual_flow',
      unit: 'CNY',
      cumulation: 'ytd',
      name: words('税收收入', '税収', 'Tax revenue'),
      definition: words(
        '区内企业自年初累计缴纳的税收，不含社会保险费和海关代征税收。',
        '地区内の企業が年初から納めた税の合計。社会保険料と税関徴収分を除く。',
        'Taxes paid by the companies of the zone since the start of the year, without social insurance and what customs collects.',
      ),
    },
    in_base_currency: true,
    comparator: '>=',
    words: [
      '税收收入',
      '税收',
      '税收总额',
      '入库税收',
      '税収',
      '税収額',
      '納税額',
      'Tax revenue',
      'Tax',
      'Taxes',
      'Taxes paid',
    ],
  },
  {
    indicator: {
      id: 'trade',
      kind: 'annual_flow',
      unit: 'CNY',
      cumulation: 'ytd',
      name: words('进出口总额', '輸出入総額', 'Imports and exports'),
      definition: words(
        '按海关统计口径，区内企业自年初累计的进口额与出口额之和。',
        '税関統計による、地区内の企業の年初からの輸入額と輸出額の合計。',
        'Imports and exports of the companies of the zone since the start of the year, as customs counts them.',
      ),
    },
    in_base_currency: true,
    comparator: '>=',
    words: [
      '进出口总额',
      '外贸进出口总额',
      '进出口额',
      '进出口',
      '輸出入総額',
      '輸出入額',
      '貿易総額',
      'Imports and exports',
      'Exports and imports',
      'Total trade',
      'Foreign trade',
    ],
  },
  {
    indicator: {
      id: 'new_companies',
      kind: 'annual_flow',
      unit: 'companies',
      cumulation: 'ytd',
      name: words('新增注册企业数', '新規登記企業数', 'New companies'),
      definition: words(
        '自年初以来在区内新登记注册的企业法人数，不减去注销的企业。',
        '年初から地区内で新たに登記された企業の数。抹消された企業は差し引かない。',
        'Companies registered in the zone since the start of the year; those struck off are not taken away.',
      ),
    },
    comparator: '>=',
    words: [
      '新增注册企业数',
      '新增企业数',
      '新注册企业数',
      '新设企业数',
      '新增入驻企业数',
      '新規登記企業数',
      '新規企業数',
      '新設企業数',
      'New companies',
      'Newly registered companies',
      'New registrations',
    ],
  },
  {
    indicator: {
      id: 'jobs',
      kind: 'stock',
      unit: 'jobs',
      name: words('就业人数', '雇用者数', 'Jobs'),
      definition: words(
        '月末在区内企业工作并取得劳动报酬的人数。',
        '月末に地区内の企業で働き、賃金を得ている人の数。',
        'People employed by the companies of the zone at the end of the month.',
      ),
    },
    comparator: '>=',
    words: [
      '就业人数',
      '期末从业人员',
      '期末从业人数',
      '从业人员数',
      '从业人员',
      '就业',
      '就业人口',
      '就业创业人口',
      '雇用者数',
      '雇用',
      '就業者数',
      '従業員数',
      '就業・起業人口',
      'Jobs',
      'Employment',
      'Employed',
      'People employed',
      'Headcount',
    ],
  },
  {
    indicator: {
      id: 'rd_intensity',
      kind: 'ratio',
      unit: 'percent',
      name: words('研发投入强度', '研究開発費比率', 'R&D intensity'),
      definition: words(
        '区内企业研发经费支出占其营业收入的比重。',
        '地区内の企業の研究開発費が売上高に占める割合。',
        'Spending on research and development of the companies of the zone as a share of their revenue.',
      ),
    },
    comparator: '>=',
    words: [
      '研发投入强度',
      '研发强度',
      '研发经费投入强度',
      'R&D投入强度',
      'R&D经费投入强度',
      '研究開発費比率',
      '研究開発集約度',
      'R&D intensity',
      'R&D share',
      'R&D to revenue',
    ],
  },
  {
    indicator: {
      id: 'energy_per_output',
      kind: 'ratio',
      unit: 'tce_per_10k',
      direction: 'down',
      name: words('单位产值能耗', '生産額当たりエネルギー消費量', 'Energy per output'),
      definition: words(
        '规模以上工业企业综合能源消费量与同期工业总产值之比。',
        '一定規模以上企業の総エネルギー消費量を同期間の工業総生産額で割ったもの。',
        'Energy used by enterprises above designated size, divided by their gross output of the same time.',
      ),
    },
    unit_abroad: 'toe_per_million',
    comparator: '<=',
    words: [
      '单位产值能耗',
      '万元产值能耗',
      '单位工业产值能耗',
      '生産額当たりエネルギー消費量',
      'エネルギー消費原単位',
      'Energy per output',
      'Energy intensity',
      'Energy use per output',
    ],
  },
];
