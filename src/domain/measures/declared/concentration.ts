import type { Measure } from '#domain/measures/measure.ts';
import { words } from '#domain/values/term.ts';

const version = 1;
const parts = words(
  '各组或各项目，只计大于0的数，同一单位',
  '区分または案件。0を超える値だけ、同じ単位の中で',
  'Groups or projects with a value above 0, in one unit',
);
const omissionNote = words(
  '没有数值的项目、未填写的组；少于三个时不给出',
  '値のない案件、記載のない区分。3つ未満のときは示さない',
  'Projects without a value and the group that is not stated; not given for fewer than three',
);

/** Measures of the concentration of a sum, and of the overlap of two rungs. */
export const concentrationMeasures = {
  largest_share: {
    name: words('最大占比', '最大の割合', 'Share of the largest'),
    unit: 'percent',
    formula: words('最大的一个 ÷ 合计', '最大のもの ÷ 合計', 'the largest ÷ the total'),
    counts: parts,
    leaves_out: omissionNote,
    source: 'register',
    version,
  },
  largest_three: {
    name: words('前三位占比（CR3）', '上位3つの割合（CR3）', 'Share of the largest three (CR3)'),
    unit: 'percent',
    formula: words(
      '最大的三个之和 ÷ 合计',
      '上位3つの合計 ÷ 合計',
      'sum of the largest three ÷ the total',
    ),
    counts: parts,
    leaves_out: omissionNote,
    source: 'register',
    version,
  },
  effective_number: {
    name: words('等效数', '有効数', 'Effective number'),
    unit: 'index',
    formula: words(
      '1 ÷ 各占比平方之和',
      '1 ÷ 割合の2乗の合計',
      '1 ÷ sum of the squares of the shares',
    ),
    counts: words(
      '这么多个同样大小的部分，集中度相同',
      'この数の等しい部分があるのと同じ集中度',
      'So many parts of equal size would be as concentrated',
    ),
    leaves_out: omissionNote,
    source: 'register',
    version,
  },
  hhi: {
    name: words(
      'HHI（赫芬达尔指数）',
      'HHI（ハーフィンダール指数）',
      'HHI (Herfindahl–Hirschman index)',
    ),
    unit: 'index',
    formula: words(
      '各占比（%）平方之和',
      '割合（%）の2乗の合計',
      'sum of the squares of the shares in per cent',
    ),
    counts: words(
      '从10,000 ÷ n到10,000（只有一个时）',
      '10,000 ÷ nから10,000（1つだけのとき）まで',
      'From 10,000 ÷ n to 10,000, where there is one',
    ),
    leaves_out: omissionNote,
    source: 'register',
    version,
  },
  hhi_normalised: {
    name: words('标准化HHI', '標準化HHI', 'Normalised HHI'),
    unit: 'index',
    formula: words(
      '（占比平方之和 − 1/n）÷（1 − 1/n）',
      '（割合の2乗の合計 − 1/n）÷（1 − 1/n）',
      '(sum of the squared shares − 1/n) ÷ (1 − 1/n)',
    ),
    counts: words(
      '0为均等，1为只有一个；个数不同也可比较',
      '0は均等、1は1つに集中。数が違っても比べられる',
      '0: all equal; 1: one holds all; comparable for different n',
    ),
    leaves_out: omissionNote,
    source: 'register',
    version,
  },
  rung_share: {
    name: words('后一级占前一级', '後の段階 ÷ 前の段階', 'Later amount ÷ earlier amount'),
    unit: 'percent',
    formula: words(
      '同时填有两项的项目：后一级之和 ÷ 前一级之和',
      '両方の値がある案件：後の段階の合計 ÷ 前の段階の合計',
      'of the projects that state both: sum of the later ÷ sum of the earlier amount',
    ),
    counts: words(
      '同一批项目、同一币种',
      '同じ案件、同じ通貨',
      'The same projects, in one currency',
    ),
    leaves_out: words(
      '只填有一项，或两项币种不同的项目',
      '一方の値しかない案件、通貨が異なる案件',
      'Projects that state one of the two, or both in different currencies',
    ),
    source: 'register',
    version,
  },
  rung_over: {
    name: words(
      '完成超过到位的项目',
      '実績が払込を上回る案件',
      'Projects completed beyond what is paid in',
    ),
    unit: 'projects',
    formula: words(
      '累计完成投资 > 到位资金的项目个数',
      '累計投資実績 > 払込済資金の案件の数',
      'number of projects with completed investment > paid-in funds',
    ),
    counts: words(
      '两项都填有、同一币种的项目',
      '両方の値が同じ通貨である案件',
      'Projects that state both in one currency',
    ),
    leaves_out: words(
      '只填有一项，或两项币种不同的项目',
      '一方の値しかない案件、通貨が異なる案件',
      'Projects that state one of the two, or both in different currencies',
    ),
    source: 'register',
    version,
  },
} as const satisfies Record<string, Measure>;
