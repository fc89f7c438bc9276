import { jaKinds } from './kinds-ja.ts';
import { jaQuestions } from './questions-ja.ts';
import type { MessageTexts } from './zh-cn.ts';

/** Sentences of previews and rejections. Terms follow the glossary (domain reference 4.4). */
export const ja: MessageTexts = {
  ...jaQuestions,
  ...jaKinds,
  no_target_columns:
    '指標と目標値の見出しが見つかりません。「指標・期間・目標値・単位」の列名を付けるか、年ごとに列を設けてください。',
  too_many_targets: '目標が{limit}件を超えています。ファイルを分けてください。',
  empty_file: 'ファイルが空です。データのあるファイルを選んでください。',
  no_rows: '見出しだけで、データの行がありません。',
  table_turned:
    '項目名や指標名が1列目に縦に並んでいます。1案件（または1か月分の数値）を1行にしてください（Excel ではコピー後「形式を選択して貼り付け」の「行/列の入れ替え」）。',
  no_header: '先頭15行に見出しの行が見つかりません。列名の行があるか確かめてください。',
  foreign_file:
    'これは{kind}ファイルで、表ではありません。CSV、XLSX、ODS のいずれかを取り込んでください。',
  old_excel: '旧形式の Excel（.xls）です。Excel で .xlsx として保存し直してください。',
  password_protected: 'パスワードで保護されています。保護を外してから取り込んでください。',
  file_too_large: 'ファイルが {limit} MB を超えています。分割してください。',
  encoding_unknown: '文字コードを判別できません。UTF-8 の CSV で保存し直してください。',
  encoding_unsupported:
    '文字コード {encoding} は読み込めません。UTF-8 の CSV で保存し直してください。',
  characters_lost:
    '文字として読めないバイトがあり、� と表示しています。セルを修正するか、UTF-8 で保存し直してください。',
  characters_mixed:
    'このセルは UTF-8 ですが、ファイルのほかの部分は別の文字コードのため、正しく読めていません。セルを修正するか、ファイル全体を UTF-8 で保存し直してください。',
  encoding_fault:
    '{encoding} として読めないバイトがあります。別の文字コードを選ぶか、UTF-8 で保存してください。',
  too_many_rows: '{limit} 行を超えています。ファイルを分割してください。',
  too_many_columns: '{limit} 列を超えています。不要な列を削除してください。',
  too_many_cells: '{limit} セルを超えています。ファイルを分割してください。',
  cell_too_long: 'セルが {limit} 文字を超えています。短くしてください。',
  quote_not_closed: 'ここで始まる引用符が閉じていません。閉じる引用符を補ってください。',
  zip_cut: 'ファイルが途中で切れています。もう一度入手してください。',
  zip_damaged: 'ファイルが壊れています（{part}）。保存し直してください。',
  zip_method: '圧縮方式 {method} には対応していません。Excel で保存し直してください。',
  zip_too_many_entries: '内部の部品が {limit} を超えており、通常のブックではありません。',
  zip_too_large: '展開すると {limit} MB を超えるため、読み取りを止めました。',
  zip_no_workbook:
    'アーカイブにブックがありません。.xlsx または .ods そのものを取り込んでください。',
  xlsx_part_missing: 'ブックの部品 {part} がありません。Excel で保存し直してください。',
  no_sheets: 'ブックにシートがありません。',
  zip_double_entry:
    'ファイルに同じ名前の部分（{part}）が二つあり、どちらが正しいか分かりません。Excel で保存し直してから取り込んでください。',
  xml_encoding:
    'ブックの {part} は文字コードを {encoding} と宣言しています。読み取れるのは UTF-8 と UTF-16 だけです。Excel で保存し直してから取り込んでください。',
  xml_doctype: 'ブックに DOCTYPE 宣言（{part}）があるため、安全のため読み取りません。',
  xml_run_too_long: '{part} に長すぎる文字列があるため、読み取りを止めました。',
  xml_broken: 'ブックの内部形式に誤りがあります（{part}）。Excel で保存し直してください。',
  xml_too_deep: '{part} の入れ子が深すぎるため、読み取りを止めました。',
  shared_strings_missing: '文字列表（sharedStrings）がありません。Excel で保存し直してください。',
  shared_string_unknown:
    '存在しない文字列（{index} 番）を参照しています。Excel で保存し直してください。',
  shared_string_too_long: '{limit} 文字を超える文字列があります。短くしてください。',
  bad_reference: 'セル番地が正しくありません：{ref}。Excel で保存し直してください。',
  rows_out_of_order: '行の順序に誤りがあります。Excel で保存し直してください。',
  merge_too_large: '結合範囲が大きすぎます：{ref}。結合を解除してください。',
  worker_memory: '読み取りに必要なメモリが上限を超えました。ファイルを分割してください。',
  worker_time:
    '読み取りに時間がかかりすぎたため止めました。もう一度お試しのうえ、再発する場合はファイルを分割してください。',
  no_period_rows: '月を読み取れる行がありません。',
  control_characters: '制御文字を取り除きました。',
  text_too_long: '{limit} 文字を超えるため、切り詰めました。',
  hashes: 'セルが #### になっており、元の値が失われています。列幅を広げて出力し直してください。',
  formula_empty:
    '数式が計算されていないため、欠測とします。Excel で開いて保存し、もう一度取り込んでください。',
  date_no_date: '日付ではないため、欠測としました。2021-04-16 の形で書いてください。',
  date_no_year:
    '月の後の2桁が日か年か判断できないため、欠測としました。2030-04 の形で書いてください。',
  date_no_such_day: '存在しない日付のため、欠測としました。日付を直してください。',
  date_range: '期間です。完成・稼働の列では最終日、それ以外の列では初日を読み取りました。',
  date_out_of_range:
    '1949年～2100年の範囲外のため、欠測としました。日付のセルに年だけを入力した可能性があります。',
  date_month_cut:
    '1月か10月か判別できないため、欠測とします。2025-01 または 2025-10 のように書いてください。',
  amount_not_a_number: '金額ではないため、欠測としました。数字で書いてください。',
  amount_ambiguous_separator:
    '区切り記号の意味を判別できないため、欠測としました。桁区切りを取ってください。',
  amount_unsure_separator:
    '区切り記号が桁区切りか小数点か分からないため、質問に答えるまでこの金額は取り込みません。',
  amount_unit_unknown:
    '単位、または金額に添えた語が読み取れないため、欠測とします。数値・単位・通貨だけを書いてください。',
  amount_currency_unknown: '通貨が読み取れないため、欠測とします。金額に通貨を書き添えてください。',
  amount_chinese_trillion:
    '「兆」の意味が書き手により異なるため、欠測としました。単位を書き直してください。',
  amounts_rounded:
    '{currency}の最小単位より細かい金額が{count}件あり、最近接偶数への丸めを行いました。差は最大{most} {currency}です。',
  amount_too_large: '金額が大きすぎるため、欠測としました。確認してください。',
  amount_range_reversed: '範囲の下限が上限より大きいため、欠測としました。',
  amount_range: '範囲は「下限以上」として保存し、原文を残しました。',
  amount_negative: '金額が負です。確認してください。',
  amount_below_zero:
    '投資額が負です。負にはならないため、原文のみ保存し合計に含めません。訂正してください。',
  amount_twice: '同じ項目の金額が別の列にもあり、そちらを採用しました。両方を確認してください。',
  number_not_a_number: '数ではないため、欠測としました。',
  number_unsure_separator:
    '区切り記号が桁区切りか小数点か判別できないため、欠測としました。区切りなしで書いてください。',
  number_without_unit:
    'セルにも見出しにも面積の単位がないため、欠測としました。単位を書いてください。',
  number_about: '「約」「超」「以上」などの語を除いて保存し、原文を残しました。',
  number_negative: '負の数のため、欠測としました。',
  mapping_unknown: '対応付けに存在しない列または項目があります。名前を確かめてください。',
  row_without_name: '名称も番号もない行のため、取り込みません。どちらかを補ってください。',
  stage_marks:
    '√などの印は到達した段階を表します。最も先の段階をその案件の段階とし、到達日は不明とします。',
  named_by_company: '案件名の列がないため、この列の名前を案件名とします。',
  hidden_rows:
    'シートで非表示の行が {count} 行あり、他の行と同様に取り込みます。不要な行は削除してください。',
  hidden_column:
    'このシートでは非表示の列ですが、読み取りました。不要なら対応付けを「取り込まない」にしてください。',
  hidden_column_kept:
    'このシートでは非表示の列です。備考としてのみ残し、表示されている列を優先して読み取りました。',
  coloured_texts:
    'この列の{count}個のセルに色が付いています。色は読み取れません。意味を別の列に書いてください。',
  coloured_cells:
    'この列の{count}個のセルは色だけで値がありません。色は読み取れません。意味を別の列に書いてください。',
  stray_quote:
    'ここで始まる引用符は閉じられていません。後の行を読み取るため、文字として扱いました。削除してください。',
  was_turned: '項目名が縦に並び、1列が1案件でした。列を行として読み取り、行番号は列の順です。',
  series_turned: '指標が縦、月が横に並んでいました。列を行として読み取り、行番号は列の順です。',
  header_missing:
    '見出し行がありません。列は記号で呼び、内容から項目を提案しました。一つずつ確認してください。',
  row_too_wide: '見出しより列が多く、はみ出した分は取り込みません。',
  row_shifted:
    '見出しより項目が多い行です。数値や文字の中のカンマが引用符で囲まれておらず、列がずれている可能性があります。確認してください。',
  name_only: '名称だけの行です。案件として取り込みます。小見出しであれば行を削除してください。',
  section_unit:
    '見出し行の表示は「{header}」ですが、この小見出しより下は「{unit}」で読み取ります。',
  format_currency:
    'セルの表示形式は「{format}」ですが、見出しまたはシートの表記は「{header}」です。{currency}として読み取りました。誤りなら表示形式を直してください。',
  format_currency_some:
    'この列では一部の数値の表示形式だけに通貨があります。ほかの数値も{currency}として読み取りました。',
  printed_total: 'ファイルの合計は {printed}、各行の和は {sum} です。確認してください。',
  same_code: '同じ番号が {count} 回あります。',
  alike_code:
    '番号の違いが全角・半角、大文字・小文字、ハイフンだけの行が {count} 行あります。同じ案件ですか。',
  respelt_code:
    '登録済みと表記の異なる番号が {count} 件あります（例：{code} に対し {written}）。同じ案件として扱い、番号は登録済みのままにします。',
  sum_days: '合算した行の日付が異なります。最も早い開始日と最も遅い完了日を使います。',
  sum_stages: '合算した行の段階が異なります。1行目の段階を使います。',
  sum_currencies: 'この番号の行には複数の通貨があり、合算しません。欠測とします。',
  name_changed: '番号は同じで名称が異なります（以前は「{name}」）。確認してください。',
  stage_after_edition:
    'この段階の日付は台帳の版の日付{day}より後のため、{day}から数えます。確認してください。',
  later_stage_begun:
    'この日付は、行の現在の段階より後の段階のものです。日付は残し、段階は変えません。段階を確認してください。',
  later_stage_ahead:
    'この日付は後の段階のもので、台帳の版の日付{day}より後です。案件とともに残し、段階は変えません。',
  milestone_ahead: 'この日付は台帳の版の日付{day}より後のため、予定日として扱います。',
  same_credit_code: '{count} 件の番号が同じ信用コードです（{codes}）。同じ案件ですか。',
  same_name_investor: '{count} 件の番号が同じ案件名・投資者です（{codes}）。同じ案件ですか。',
  bad_credit_code: '信用コードの検査文字が合いません。そのまま保存します。',
  cut_code:
    '表計算ソフトで桁が丸められた番号です。列を文字列にして番号を入力し直し、もう一度取り込んでください。',
  bad_project_code: '投資項目コードとして正しくありません。そのまま保存します。',
  mixed_alphabets:
    '形の似たラテン文字とキリル文字が一語に混ざっています。検索で見つからないことがあります。そのまま保存します。',
  bad_corporate_number: '法人番号として正しくありません。そのまま保存します。',
  year_to_date_fell: '年初来累計が同じ年の{period}（{value}）より少なくなっています。',
  jump: '金額が約 {times} 倍になっています（以前は {from}）。単位を確認してください。',
  value_jump: '保存済みの{period}の値（{value}）の約 {times} 倍です。単位を確認してください。',
  unit_implausible:
    '計画投資額の中央値が約 {value} で、案件の通常の規模（約10万～150億米ドル）の外です。単位を確認してください。',
  bad_period: '月ではありません。2021-03 の形で書いてください。',
  column_compares:
    '「{header}」は他の月との比較です。このような数値は計算で求めるため、取り込みません。',
  other_currency:
    '「{header}」は指標の通貨（{currency}）と異なるため取り込みません。通貨換算は行いません。',
  other_unit: '「{header}」は指標の単位と異なるため取り込みません。換算は行いません。',
  month_only: '「{header}」は当月分ですが、この指標は年初来累計のため、取り込みません。',
  indicator_unknown: 'この名前の指標がないため、この行は取り込みません。',
  since_start: '「{header}」は着工以来の累計で、年初来ではないため取り込みません。',
  fiscal_flow: '「{header}」は1月からの累計です。1月以外に始まる年度の値は取り込みませんでした。',
  same_period: '同じ月が2回あるため、後の行を採用しました。',
  years_as_december: '年ごとの値です。12月の値（フローは1年分）として読み取りました。',
  no_periods: '月・四半期・年の列がないため、台帳として読み取りました。',
  e_rows: '案件数：{before}件から{now}件に変わります',
  e_column: '「{header}」の列がありません',
  e_unit: '「{header}」の単位が{before}から{now}に変わっています',
  e_sum: '全行の{measure}：{before}から{now}に変わります',
  e_renamed: '{from} → {to}',
  s_unlisted: '今回の一覧にない',
  s_day: 'データ基準日：{iso_day}',
  s_rows: '新規 {new}、変更 {changed}、変更なし {unchanged}',
  s_columns: '列',
  s_sums: '合計',
  s_totals: 'ファイルの合計',
  s_changes: '変更',
  s_problems: '要確認データ',
  s_questions: '確認事項',
  s_missing: '欠測 {count}',
  s_agrees: '一致',
  s_reading: '読み取り',
  s_matching: '照合',
  s_comparing: '比較',
  s_storing: '保存中',
};
