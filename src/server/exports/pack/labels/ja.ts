import type { SameLabels } from '#domain/labels/bundle.ts';
import type * as en from './en.ts';

export const readme: SameLabels<typeof en.readme> = {
  title: 'データ一式',
  what: '内容',
  files: 'ファイル',
  cite: '引用方法',
  citation: (zone, day, revision) => `${zone}「Headway データ一式」、基準日${day}、改訂${revision}`,
  cite_note: '引用時は基準日と改訂番号を明記する。予測・推計・速報値はその区分を付記する。',
  read: '読み方',
  read_note:
    'CSVはUTF-8で、1行目が項目のID、注釈行はない。数値は正確な値、日付はISO 8601、空欄は値なし。項目の型・単位・定義はdatapackage.jsonにある。CSVはプログラム用で、=、+、-、@で始まる文字列を表計算ソフトが数式として実行するおそれがあるため、人が見るときはExcelブックを開く。Excelブックは同じ内容で、セルの型と表示形式を持ち、文字列は実行されない。',
  definitions: '定義',
  sources: '出典',
  again: '再取込',
  again_note:
    'projects.csvとobservations.csvは取込画面で再び取り込め、もう一度出力しても同じ内容になる。段階の全履歴はstage_events.csvにあり、参照用である。',
  not_made: (title) =>
    `${title}（作成できなかったため、このパックには入っていない。データはすべて入っている）`,
};
