import { overviewCharts } from '#charts/kit/names/labels/ja.ts';
import { statusTerms } from '#domain/labels/index.ts';
import type { SameLabels } from '#domain/labels/bundle.ts';
import { countWord } from '#charts/kit/text/claim.ts';
import type { en } from './en.ts';

const number = (count: number): string => countWord(count, 'ja');
const withAmount = (text: string, amount?: string): string =>
  amount === undefined ? text : `${text}（${amount}）`;

export const ja: SameLabels<typeof en> = {
  name: overviewCharts.changes,
  title: (established, pipeline) => `変動内訳：立地済み${established}、商談・準備中${pipeline}`,
  titleUnknown: '立地済みと商談・準備中の件数は不明',
  titleNone: '変動内訳：比較する日がありません',
  subtitle: (from, to, unit) => `${from}から${to}までの計画投資額、${unit}`,
  marks: '塗り：増加。枠のみ：移動または修正。灰色：終了',
  groups: { established: '立地済み', pipeline: '商談・準備中' },
  notKnown: '不明',
  same: (count) => `${count}件で変わらず`,
  became: (before, now) => `${before}→${now}件`,
  undisclosed: (count) => `金額なし${count}件`,
  noRates: '通貨別表示、換算なし',
  converted: {
    each_day: (currency) => `${currency}に換算：期首は開始日、期末は終了日のレート`,
    closing_day: (currency) => `${currency}に換算：両日とも終了日のレート。為替影響は0`,
  },
  missingRates: (currencies) => `為替レートがないため換算していない：${currencies}`,
  rateOn: (currency, day) => `${currency}（${day}以前）`,
  noAmounts: '金額のある案件がないため、棒は件数を示す',
  within: (amount) => `内数${amount}`,
  heldBack: '棒は件数を示す。少数の案件に当たる金額は表示しない',
  otherCurrencies: (currencies) => `他の通貨は表に示す：${currencies}`,
  claim: {
    oneKind: {
      established: (count, amount) => withAmount(`${number(count)}件が立地`, amount),
      signed: (count, amount) => withAmount(`${number(count)}件が契約`, amount),
      new: (count, amount) =>
        amount === undefined ? `新規${number(count)}件` : `新規${number(count)}件で${amount}増`,
      resumed: (count, amount) => withAmount(`${number(count)}件が再開`, amount),
    },
    severalKinds: {
      established: (count) => `立地${number(count)}件`,
      signed: (count) => `契約${number(count)}件`,
      new: (count) => `新規${number(count)}件`,
      resumed: (count) => `再開${number(count)}件`,
    },
    listKinds: (kinds) => kinds.join('、'),
    left: (count, amount) => withAmount(`${number(count)}件が終了`, amount),
    noneLost: '失注・終了なし',
    sentence: (day, parts) => `${day}以降、${parts.join('、')}`,
    noneMoved: (day) => `${day}以降、案件の出入りなし`,
    unchanged: (day) => `${day}以降、変化の記録なし`,
  },
  noChange: {
    kinds: {
      signed: '契約',
      established: '立地',
      lost: '他地域への決定',
      withdrawn: '取下げ',
      revised: '金額修正',
    },
    noOther: (kinds) => `その他の動きなし：${kinds.join('、')}はいずれもなし`,
    asBefore: (count) => `立地済み${count}件は変わらず`,
    alsoMoved: (moves) => `段階の変更：${moves}`,
    move: (names, from, to) => `${names}が${from}から${to}へ`,
    nextDue: (milestones) => `次の予定：${milestones}`,
    due: (name, milestone, day) => `${name} ${milestone} ${day}`,
  },
  sections: { success: '進展', loss: '終了', moved: 'その他の動き', revised: '金額の変化' },
  steps: {
    opening: '期首',
    new: '新規',
    signed: '契約、引き続き商談・準備中',
    established: '立地',
    resumed: '再開',
    stage_set: '段階が確定',
    lost: statusTerms.lost.ja,
    withdrawn: statusTerms.withdrawn.ja,
    ended: '不採択・契約解除・撤退',
    moved_back: '商談・準備中へ後退',
    on_hold: statusTerms.on_hold.ja,
    unlisted: statusTerms.unlisted.ja,
    stage_unset: '段階が不明',
    moved_in: '転入',
    moved_out: '転出',
    revised_up: '増額',
    revised_down: '減額',
    revised: '金額修正',
    exchange_rate: '為替影響',
    closing: '期末',
  },
  arrivals: { established: '商談・準備中から立地', moved_back: '立地済みから後退' },
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
};
