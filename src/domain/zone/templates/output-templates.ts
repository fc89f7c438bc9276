import { words } from '#domain/values/term.ts';
import type { IndicatorTemplate } from './indicator-template.ts';

/** Industrial output: in China of enterprises above designated size, elsewhere of all companies. */
export const outputTemplates: readonly IndicatorTemplate[] = [
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
    offered_in: 'china',
    comparator: '>=',
    words: [
      '规模以上工业总产值',
      '规上工业总产值',
      '规上工业产值',
      '规上产值',
      '一定規模以上企業の工業総生産額',
      '一定規模以上工業総生産額',
      'Industrial output above designated size',
      'Industrial output above size',
      'Industrial output of enterprises above designated size',
      'Output above designated size',
    ],
  },
  {
    indicator: {
      id: 'output',
      kind: 'annual_flow',
      unit: 'CNY',
      cumulation: 'ytd',
      name: words('工业总产值', '工業総生産額', 'Gross industrial output'),
      definition: words(
        '区内企业自年初累计的工业总产值。',
        '地区内の企業の年初からの工業総生産額。',
        'Gross industrial output of the companies of the zone since the start of the year.',
      ),
    },
    in_base_currency: true,
    offered_in: 'abroad',
    comparator: '>=',
    words: ['工业总产值', '工業総生産額', 'Gross industrial output'],
  },
];
