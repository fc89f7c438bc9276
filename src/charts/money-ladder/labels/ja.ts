import type { SameLabels } from '#domain/labels/bundle.ts';
import type { en } from './en.ts';

export const ja: SameLabels<typeof en> = {
  rungs: {
    total_investment: '計画',
    contracted_amount: '契約',
    paid_in: '払込',
    fai_done_total: '実績',
  },
  by: '区分',
  title: (by) => `${by}別の計画・契約・払込・実績`,
  titleNone: '資金の段階：この日の案件なし',
  titleUndisclosed: '資金の段階：金額の記載がある案件なし',
  half: '半分',
  contracted: (share) => `計画投資の${share}が契約済`,
  paidIn: (share) => `計画投資の${share}が払込済`,
  andPaidIn: (claim, share) => `${claim}、払込は${share}`,
  andCompleted: (claim, share) => `${claim}、実績は${share}`,
  subtitle: (by, unit) =>
    `${by}別、${unit}。同じ資金を4つの段階で示し、合算しない。太字：実績が払込を上回る`,
  known: (rung, count, all) => `${rung}は${all}件中${count}件`,
  knownFor: (parts) => `金額の記載がある案件：${parts}`,
  pair: (has, of, count, share, parts) =>
    `${of}に対する${has}（両方の記載がある${count}件）：${share}${parts === '' ? '' : `、${parts}`}`,
  over: (count, amount) => `${count}件で計${amount}上回る`,
  short: (count, amount) => `${count}件で計${amount}下回る`,
  columns: {
    projects: '案件数',
    unit: '単位',
    known: (rung) => `${rung}：金額の記載がある案件`,
    paidOfContracted: '払込÷契約（同じ案件）',
    doneOfPlanned: '実績÷計画（同じ案件）',
    over: '実績が払込を上回る案件',
    codes: '案件番号',
  },
};
