import { ja as shell } from '#web/i18n/labels/ja.ts';
import type { SameLabels } from '#web/i18n/text.ts';
import type * as en from './en.ts';

export const day: SameLabels<typeof en.day> = {
  any_day: '任意の日',
  as_of: 'データ時点',
  known_at: '当時の記録（日付、任意）',
  known_hint: 'その日（地区の時刻）の終わりより後に記録された内容を除きます。',
  show: '表示',
};

export const panels: SameLabels<typeof en.panels> = {
  ...shell,
  real_title: 'このページの実際の値',
  real_reported: '公表値',
  real_targets: '目標',
  real_invented: '架空の値',
  real_invented_text:
    '「例示」と記したものすべて：個別案件の金額・段階・日付、これまでの企業数・生産額・雇用。画面の働きを示すための値です。引用しないでください。',
  real_fictional_text: 'この地区はすべて架空です。どの値も記録ではありません。',
  your_own: '自地区データ',
  your_own_text:
    '案件台帳を取り込むか、1か月分の値を入力してください。最初の取込で例示の行は除かれ、元に戻せます。',
  switch_example_zone: '架空の「Example Zone」を表示',
  switch_sample: '実在する地区の例示を表示',
  remove_sample: '例示データを削除',
  shortcuts_off: '1キーのショートカット',
  key_palette: 'Ctrl K、⌘K',
  key_palette_what: 'ページ・案件・図・日付へ移動',
  key_pages: 'G の後に O、P、L、M、Z、I',
  key_pages_what: '概要、案件、商談・準備中、月次、地区、取込',
  key_days: '[ と ]',
  key_days_what: '前の日、次の日',
  key_measure: '1–9',
  key_measure_what: '目標表の行',
  key_table: 'T',
  key_table_what: '選択中の図をグラフか表に',
  key_share: 'S',
  key_share_what: 'このページを共有',
  key_search: '/',
  key_search_what: '案件を検索',
  key_board: 'ボード：Mのあと1–7、Z',
  key_board_what: 'カードを段階へ移動、移動の取り消し',
  key_month: '月次で：[ と ]、A、X、Shift A',
  key_month_what: '前の月・次の月へ、行を承認、選択、要確認を除くすべての行を承認',
  key_wall: '壁面表示：← →、Page Up、Page Down、Home、End、スペース、Esc',
  key_wall_what: '前と次のグラフ、最初と最後、停止と再開、元のページに戻る',
  key_help: '?',
  key_help_what: 'この一覧',
};
