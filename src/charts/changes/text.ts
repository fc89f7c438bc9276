import type { RateBasis } from '#domain/changes/rate-basis.ts';
import type { Language } from '#domain/values/language.ts';

/** Words of the bridge between two days. Functions take ready texts and only order them. */
export interface ChangesWords {
  readonly title: (established: string, pipeline: string) => string;
  readonly titleNone: string;
  readonly subtitle: (from: string, to: string, unit: string) => string;
  readonly marks: string;
  readonly groups: Readonly<Record<'established' | 'pipeline', string>>;
  readonly same: (count: string) => string;
  readonly became: (before: string, now: string) => string;
  readonly projects: (count: string) => string;
  readonly undisclosed: (count: string) => string;
  readonly noRates: string;
  readonly converted: Readonly<Record<RateBasis, (currency: string) => string>>;
  readonly rate: (quoted: string, day: string, source: string) => string;
  readonly missingRates: (currencies: string) => string;
  readonly rateOn: (currency: string, day: string) => string;
  readonly heldBack: string;
  /** Where no project has an amount. */
  readonly noAmounts: string;
  /** The amount of a project that signed: it was there before. */
  readonly within: (amount: string) => string;
  readonly otherCurrencies: (amounts: string) => string;
  readonly columns: {
    readonly project: string;
    readonly group: string;
    readonly step: string;
    readonly projects: string;
    readonly count: string;
    readonly undisclosed: string;
    readonly amount: string;
    readonly currency: string;
    readonly status: string;
  };
}
export const changesWords: Readonly<Record<Language, ChangesWords>> = {
  'zh-CN': {
    title: (established, pipeline) => `变动明细：已落户${established}，储备在谈${pipeline}`,
    titleNone: '变动明细：没有可比较的日期',
    subtitle: (from, to, unit) => `${from}至${to}的计划总投资，${unit}`,
    marks: '实心：增加；空心：转移或调整；灰色：流失',
    groups: { established: '已落户', pipeline: '储备在谈' },
    same: (count) => `${count}个（不变）`,
    became: (before, now) => `${before}→${now}个`,
    projects: (count) => `${count}个`,
    undisclosed: (count) => `无金额${count}个`,
    noRates: '各币种分列，未折算',
    converted: {
      each_day: (currency) => `折算为${currency}：期初按起始日汇率，期末按截止日汇率`,
      closing_day: (currency) => `折算为${currency}：两日均按截止日汇率，汇率影响为0`,
    },
    rate: (quoted, day, source) => `${quoted}（${day}，${source}）`,
    missingRates: (currencies) => `缺汇率，未折算：${currencies}`,
    rateOn: (currency, day) => `${currency}（${day}或以前）`,
    noAmounts: '项目均无金额，条形表示项目数',
    within: (amount) => `内含${amount}`,
    heldBack: '条形表示项目数；涉及项目过少的金额不显示',
    otherCurrencies: (currencies) => `其他币种见表：${currencies}`,
    columns: {
      project: '项目',
      group: '类别',
      step: '变动',
      projects: '涉及项目数',
      count: '项目数增减',
      undisclosed: '其中无金额',
      amount: '计划总投资',
      currency: '币种',
      status: '状态',
    },
  },
  ja: {
    title: (established, pipeline) => `変動内訳：立地済み${established}、商談・準備中${pipeline}`,
    titleNone: '変動内訳：比較する日がありません',
    subtitle: (from, to, unit) => `${from}から${to}までの計画投資額、${unit}`,
    marks: '塗り：増加。枠のみ：移動または修正。灰色：終了',
    groups: { established: '立地済み', pipeline: '商談・準備中' },
    same: (count) => `${count}件で変わらず`,
    became: (before, now) => `${before}→${now}件`,
    projects: (count) => `${count}件`,
    undisclosed: (count) => `金額なし${count}件`,
    noRates: '通貨別表示、換算なし',
    converted: {
      each_day: (currency) => `${currency}に換算：期首は開始日、期末は終了日のレート`,
      closing_day: (currency) => `${currency}に換算：両日とも終了日のレート。為替影響は0`,
    },
    rate: (quoted, day, source) => `${quoted}（${day}、${source}）`,
    missingRates: (currencies) => `為替レートがないため換算していない：${currencies}`,
    rateOn: (currency, day) => `${currency}（${day}以前）`,
    noAmounts: '金額のある案件がないため、棒は件数を示す',
    within: (amount) => `内数${amount}`,
    heldBack: '棒は件数を示す。少数の案件に当たる金額は表示しない',
    otherCurrencies: (currencies) => `他の通貨は表に示す：${currencies}`,
    columns: {
      project: '案件',
      group: '区分',
      step: '変動',
      projects: '対象件数',
      count: '件数の増減',
      undisclosed: 'うち金額なし',
      amount: '計画投資額',
      currency: '通貨',
      status: '状態',
    },
  },
  en: {
    title: (established, pipeline) =>
      `What changed: established ${established}, pipeline ${pipeline}`,
    titleNone: 'What changed: no day to compare with',
    subtitle: (from, to, unit) => `Planned investment from ${from} to ${to}, ${unit}`,
    marks: 'Filled: gained; outline: moved or revised; grey: lost',
    groups: { established: 'Established', pipeline: 'Pipeline' },
    same: (count) => `${count} as before`,
    became: (before, now) => `${before} → ${now}`,
    projects: (count) => (count === '1' ? '1 project' : `${count} projects`),
    undisclosed: (count) => `${count} without an amount`,
    noRates: 'Currencies not converted',
    converted: {
      each_day: (currency) =>
        `Converted to ${currency}: opening at the first day’s rate, closing at the second day’s`,
      closing_day: (currency) =>
        `Converted to ${currency}: both days at the second day’s rate, so that the rate has no effect`,
    },
    rate: (quoted, day, source) => `${quoted} (${day}, ${source})`,
    missingRates: (currencies) => `Currencies not converted, a rate is missing: ${currencies}`,
    rateOn: (currency, day) => `${currency} on or before ${day}`,
    noAmounts: 'No project has an amount; bars are numbers of projects',
    within: (amount) => `within ${amount}`,
    heldBack: 'Bars are numbers of projects; amounts that stand for too few projects are not shown',
    otherCurrencies: (currencies) => `Other currencies are in the table: ${currencies}`,
    columns: {
      project: 'Project',
      group: 'Group',
      step: 'Change',
      projects: 'Projects concerned',
      count: 'Change in number',
      undisclosed: 'Of them without an amount',
      amount: 'Planned investment',
      currency: 'Currency',
      status: 'Status',
    },
  },
};
