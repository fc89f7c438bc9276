import { bandTerm } from '#domain/labels/index.ts';
import type { SameWords } from '#domain/labels/bundle.ts';
import type { en } from './en.ts';

export const ja: SameWords<typeof en> = {
  title: {
    month: (period) => `${period}月報`,
    quarter: (period) => `${period}四半期報告`,
    day: (day) => `${day}時点の報告`,
  },
  header: (zone, period) => `${zone}　${period}進捗報告`,
  subtitle: (zone, day) => `${zone}、${day}時点`,
  compared: (day) => `${day}との比較`,
  headings: {
    statement: '全体の状況',
    ledger: '目標の達成状況',
    changes: '期間中の変動',
    achievements: '主な成果',
    doubts: '要確認データ',
    problems: '課題',
    next: '今後の対応',
    figures: '図表とデータ',
    definitions: '定義・出典・データ区分',
    log: '改訂の記録',
  },
  headline: (established, amount, pipeline) =>
    `立地済み案件は${established}、計画投資額は${amount}。商談・準備中案件は${pipeline}。`,
  headlineNoAmount: (established, pipeline) =>
    `立地済み案件は${established}。商談・準備中案件は${pipeline}。`,
  headlineClasses: (items) =>
    `案件数は${items.map(([name, value]) => `${name}${value}`).join('、')}。`,
  headlineBefore: (day, established, pipeline) =>
    `${day}は立地済み${established}、商談・準備中${pipeline}。`,
  headlineSource: (source, day) => `出典：${source}（${day}）。`,
  headlineSourceDated: (source) => `出典：${source}。`,
  noHeadline: '案件のデータはまだない。',
  phase: (name, month, months) => `現在は「${name}」期間の${month}か月目（全${months}か月）。`,
  value: (name, day, value) => `${name}：${day}時点で${value}`,
  plan: (plan, verdict) => `計画値は${plan}、${verdict}`,
  target: (target, share) => `目標は${target}、目標達成率${share}`,
  targetOnly: (target) => `目標は${target}`,
  noValue: (name, why, target) => `${name}：${why}。目標は${target}。`,
  checklist: (name, done, total) => `${name}：チェックリストは${total}項目中${done}項目完了。`,
  noChecklist: (name, wording) => `${name}（${wording}）：チェックリストは未報告。`,
  forecast: (low, high, when) => `${when}の予測は${low}から${high}（${bandTerm.ja}）`,
  pace: (needed, now) => `必要ペースは月平均${needed}、直近12か月の実績ペースは月平均${now}`,
  savedGone: (title) => `保存したグラフ「${title}」は描けなくなった。`,
  notComparable:
    '投資額は生産額ではなく、案件は企業ではないため、比較しない。計画と実績は合算しない。',
  unchanged: (established, pipeline) =>
    `立地済み${established}、商談・準備中${pipeline}で、いずれも変わらない。`,
  became: {
    established: (before, now) =>
      before === now ? `立地済みは${now}で変わらない。` : `立地済みは${before}から${now}になった。`,
    pipeline: (before, now) =>
      before === now
        ? `商談・準備中は${now}で変わらない。`
        : `商談・準備中は${before}から${now}になった。`,
  },
  noChanges: '期間中に案件の変動はない。',
  noCompare: '比較できる以前の日付がない。',
  moves: '変動した案件',
  moveColumns: ['案件', '変動', '変更前', '変更後', '日付'],
  targetsChanged: '変更された目標',
  targetColumns: ['目標', '変更前', '変更後', '変更日', '出典'],
  targetRemoved: '削除',
  indicators: '指標の変動',
  carried: '新しい値なし',
  indicatorColumns: ['指標', '期首', '期末', '増減'],
  more: (count) => `ほか${count}はデータ一式を参照。`,
  nextStep: (cause, step, who) =>
    `${cause}${cause === '' ? '' : ' '}今後の対応：${step}${who === '' ? '' : `（${who}）`}`,
  achievement: (month, text, author) => `${month}：${text}（${author}）`,
  doubt: (rule, count, names) => `${rule}（${count}件）：${names}`,
  cause: (name, text, author, day) => `${name}：${text}（${author}、${day}）`,
  noCause: (name) => `${name}は計画に対し遅れているが、要因は未記入。`,
  action: (project, about, reasons) => `${project}（${about}）：${reasons.join('；')}。`,
  undisclosed: (projects) => `${projects}：計画投資額なし。`,
  decisions: '未完了の決定事項',
  decisionColumns: ['対象', '決定事項', '担当者', '期限'] as readonly [
    string,
    string,
    string,
    string,
  ],
  unassigned: '未定',
  overdue: (due: string, days: string) => `${due}（${days}超過）`,
  issues: '未解決の課題',
  issueColumns: ['案件', '課題', '発生日', '担当者', '期限'],
  noProblems: '期限超過、停滞、更新の遅れ、未解決の課題はない。',
  milestones: '今後のマイルストーン',
  milestoneColumns: ['案件', 'マイルストーン', '現在の予定', '当初予定との差'],
  slippage: (days) => `${days}遅い`,
  earlier: (days) => `${days}早い`,
  phaseNext: (name, day) => `「${name}」期間は${day}に終わる。`,
  deadline: (name, day, left) => `${name}：期限の${day}まで残り${left}。`,
  noNext: (day) => `${day}までの予定日が入力されたマイルストーンはない。`,
  issueDue: (project, text, day) => `${project}：${text}、${day}までに解決。`,
  definitionColumns: ['指標', '単位', '定義'],
  mapping: (group, stages) => `「${group}」は、進行中で段階が次のいずれかの案件：${stages}。`,
  planRule: {
    straight: '計画値は期間経過率による。基準日から期限までの直線である。',
    checkpoints: '計画値はチェックポイントによる。チェックポイントの間は直線である。',
  },
  verdictRule: (ahead, on, slightly) =>
    `判定：計画比が${ahead}以上なら計画を上回る、${on}以上なら計画どおり、${slightly}以上ならやや遅れ、それ未満は遅れ。`,
  rounding: '端数処理のため合計が一致しない場合がある。',
  missing: '「—」は値がないことを示し、理由を別に記す。ゼロは値である。',
  sources: '出典',
  sourceColumns: ['出典', '日付', 'URL'],
  status: 'データ区分',
  statuses:
    'すべての値は、自地区データ・速報値・推計値・予測・例示のいずれかである。例示は架空で引用できず、それに基づく判定も例示とする。',
  logColumns: ['改訂', '記録時刻（UTC）', '記録者', '内容'],
  noLog: '期間中の改訂はない。',
  known: (revision, day) => `改訂${revision}、${day}に記録`,
  columnsNext: (count) => `残り${count}列は次のスライドに示す`,
  rowsNext: (count) => `残り${count}行は次のスライドに示す`,
  page: (number, of) => `${number}／${of}ページ`,
  list: '、',
  stop: '。',
};
