import { noAmountTerm } from '#domain/labels/general/data.ts';
import type { Language } from '#domain/values/language.ts';

/** Words of the strip plot of projects. Functions take ready texts and only order them. */
export interface PipelineWords {
  readonly title: (established: string, pipeline: string) => string;
  readonly titleNone: string;
  readonly subtitle: (unit: string) => string;
  /** Where a shared view gives no single project. */
  readonly subtitleTotals: (unit: string) => string;
  /** Where a shared view gives single projects of some stages only. */
  readonly sumOnly: string;
  readonly groups: Readonly<Record<'established' | 'pipeline' | 'unknown', string>>;
  readonly undisclosed: string;
  readonly disclosed: (known: string, all: string) => string;
  /** Heads of the columns of projects, median and middle 8 in 10. */
  readonly spreadColumns: readonly [string, string, string];
  readonly median: (amount: string) => string;
  readonly middle: (range: string) => string;
  /** Where a stage is drawn by its spread. */
  readonly subtitleSpread: string;
  /** Where bars count the projects of each size. */
  readonly subtitleSizes: string;
  readonly spreadNote: string;
  /** Where a shared view does not draw the spread of a stage. */
  readonly spreadHeldBack: string;
  /** How many amounts the plot counts, and how many projects have none. */
  readonly counted: (count: string) => string;
  readonly countedBut: (count: string, undisclosed: string) => string;
  readonly notAboveZero: (count: string) => string;
  /** A class of sizes, from and to. */
  readonly size: string;
  readonly sizeFrom: string;
  readonly sizeTo: string;
  readonly zeroOrLess: string;
  readonly otherCurrencies: (amounts: string) => string;
  /** Beside the mark of a project whose amount is in another currency. */
  readonly otherCurrency: string;
  readonly excluded: (count: string) => string;
  readonly about: (text: string) => string;
  readonly mixedSource: string;
  readonly otherIndustry: string;
  /** Of projects without an industry. */
  readonly noIndustry: string;
  readonly columns: {
    readonly group: string;
    readonly stage: string;
    readonly code: string;
    readonly name: string;
    readonly industry: string;
    /** As the register names it, beside the groups of the picture. */
    readonly registerIndustry: string;
    readonly count: string;
    readonly amount: string;
    readonly currency: string;
    readonly status: string;
    readonly asOf: string;
  };
}
export const pipelineWords: Readonly<Record<Language, PipelineWords>> = {
  'zh-CN': {
    title: (established, pipeline) => `${established}个项目已落户，${pipeline}个储备在谈`,
    titleNone: '尚无项目',
    subtitle: (unit) => `各阶段项目的计划总投资，${unit}。每点代表一个项目`,
    subtitleTotals: (unit) => `各阶段项目数，右侧为计划总投资，${unit}`,
    sumOnly: '未画点的阶段只给合计',
    groups: { established: '已落户', pipeline: '储备在谈', unknown: '阶段未定' },
    undisclosed: noAmountTerm['zh-CN'],
    disclosed: (known, all) => `有金额${known}/${all}个`,
    spreadColumns: ['项目数', '中位数', '中间八成'],
    median: (amount) => `中位数 ${amount}`,
    middle: (range) => `八成在 ${range}`,
    subtitleSizes: '各阶段按计划总投资规模分列的项目数',
    subtitleSpread: '各阶段项目计划总投资的分布，对数轴。竖线为中位数，突出部分为中间八成',
    spreadHeldBack: '项目超过60个而已知投资方不足3个的阶段，分布不显示',
    spreadNote: '项目超过60个的阶段画分布，全部项目计入；其余每点代表一个项目',
    counted: (count) => `图中计入${count}个项目的金额`,
    countedBut: (count, undisclosed) => `图中计入${count}个项目的金额，另有${undisclosed}个无金额`,
    notAboveZero: (count) => `${count}个项目金额为零或负，不在对数轴上`,
    size: '投资规模',
    sizeFrom: '规模下限',
    sizeTo: '规模上限',
    zeroOrLess: '零或负',
    otherCurrencies: (amounts) => `其他币种不在图中：${amounts}`,
    otherCurrency: '其他币种',
    excluded: (count) => `${count}个暂缓或终止的项目未列`,
    about: (text) => `约${text}`,
    mixedSource: '项目数和计划总投资为已公布，单个金额为示例',
    otherIndustry: '其他',
    noIndustry: '未填产业',
    columns: {
      group: '类别',
      stage: '阶段',
      code: '项目编号',
      name: '项目名称',
      industry: '产业',
      registerIndustry: '台账中的产业',
      count: '项目数',
      amount: '计划总投资',
      currency: '币种',
      status: '状态',
      asOf: '数据截至',
    },
  },
  ja: {
    title: (established, pipeline) => `立地済み${established}件、商談・準備中${pipeline}件`,
    titleNone: '案件なし',
    subtitle: (unit) => `段階別の計画投資額、${unit}。1点＝1案件`,
    subtitleTotals: (unit) => `段階別の件数、右は計画投資額、${unit}`,
    sumOnly: '点のない段階は合計のみ',
    groups: { established: '立地済み', pipeline: '商談・準備中', unknown: '段階未定' },
    undisclosed: noAmountTerm.ja,
    disclosed: (known, all) => `金額あり${known}/${all}件`,
    spreadColumns: ['件数', '中央値', '中央の8割'],
    median: (amount) => `中央値 ${amount}`,
    middle: (range) => `8割は ${range}`,
    subtitleSizes: '計画投資額の規模別・段階別の案件数',
    subtitleSpread: '段階別の計画投資額の分布、対数目盛。縦線は中央値、強調部分は中央の8割',
    spreadHeldBack: '60件を超え、判明している投資者が3者未満の段階は、分布を表示しない',
    spreadNote: '60件を超える段階は分布で示し、全件を数える。その他は1点が1案件',
    counted: (count) => `図には${count}件の金額を数える`,
    countedBut: (count, undisclosed) =>
      `図には${count}件の金額を数え、ほか${undisclosed}件は金額なし`,
    notAboveZero: (count) => `金額が0以下の${count}件は対数目盛に含まない`,
    size: '投資規模',
    sizeFrom: '規模の下限',
    sizeTo: '規模の上限',
    zeroOrLess: '0以下',
    otherCurrencies: (amounts) => `他の通貨は図に含まない：${amounts}`,
    otherCurrency: '他の通貨',
    excluded: (count) => `保留・終了の${count}件は除く`,
    about: (text) => `約${text}`,
    mixedSource: '件数と総額は公表値、個別金額は例示',
    otherIndustry: 'その他',
    noIndustry: '分野未記入',
    columns: {
      group: '区分',
      stage: '段階',
      code: '案件番号',
      name: '案件名',
      industry: '産業分野',
      registerIndustry: '台帳の産業分野',
      count: '件数',
      amount: '計画投資額',
      currency: '通貨',
      status: '状態',
      asOf: '時点',
    },
  },
  en: {
    title: (established, pipeline) => `${established} established, ${pipeline} in the pipeline`,
    titleNone: 'No projects yet',
    subtitle: (unit) => `Planned investment by stage, ${unit}. One dot is one project`,
    subtitleTotals: (unit) => `Projects by stage, with their planned investment, ${unit}`,
    sumOnly: 'Stages without dots are shown in sum only',
    groups: { established: 'Established', pipeline: 'Pipeline', unknown: 'Stage not set' },
    undisclosed: noAmountTerm.en,
    disclosed: (known, all) => `${known} of ${all} with an amount`,
    spreadColumns: ['Projects', 'Median', '8 in 10'],
    median: (amount) => `Median ${amount}`,
    middle: (range) => `8 in 10: ${range}`,
    subtitleSizes: 'Number of projects of each stage by size of planned investment',
    subtitleSpread:
      'Planned investment per project by stage, log axis. Line across: median; strong: middle 8 in 10',
    spreadHeldBack:
      'Stages with more than 60 projects and fewer than three known investors: the distribution can’t be shown',
    spreadNote:
      'Stages with more than 60 projects are drawn as a distribution of all of them; elsewhere one dot is one project',
    counted: (count) => `${count} amounts are counted`,
    countedBut: (count, undisclosed) =>
      `${count} amounts are counted; ${undisclosed} more projects have none`,
    notAboveZero: (count) =>
      count === '1'
        ? '1 amount of zero or less is not on the log axis'
        : `${count} amounts of zero or less are not on the log axis`,
    size: 'Size',
    sizeFrom: 'Size from',
    sizeTo: 'Size to',
    zeroOrLess: 'Zero or less',
    otherCurrencies: (amounts) => `Other currencies are not in the plot: ${amounts}`,
    otherCurrency: 'Other currency',
    excluded: (count) =>
      count === '1' ? '1 on hold or ended not shown' : `${count} on hold or ended not shown`,
    about: (text) => `about ${text}`,
    mixedSource: 'counts and total are published, single amounts invented',
    otherIndustry: 'Other',
    noIndustry: 'Industry not stated',
    columns: {
      group: 'Group',
      stage: 'Stage',
      code: 'Project ID',
      name: 'Project',
      industry: 'Industry',
      registerIndustry: 'Industry in the register',
      count: 'Projects',
      amount: 'Planned investment',
      currency: 'Currency',
      status: 'Status',
      asOf: 'As of',
    },
  },
};
