import { enKinds } from './kinds-en.ts';
import { enQuestions } from './questions-en.ts';
import type { MessageTexts } from './zh-cn.ts';

/** Sentences of previews and rejections. Terms follow the glossary (domain reference 4.4). */
export const en: MessageTexts = {
  ...enQuestions,
  ...enKinds,
  no_target_columns:
    'No row names an indicator and a target value. Add the headings Indicator, Period, Value and Unit, or a column for each year.',
  too_many_targets: 'The file has more than {limit} targets. Split it.',
  empty_file: 'The file is empty. Choose a file that has data.',
  no_rows: 'The file has a header but no rows of data.',
  table_turned:
    'The names of fields or indicators stand below each other in the first column. Put each project, or each month of figures, in a row of its own (in Excel: copy, then paste special, transpose).',
  no_header:
    'No header row was found in the first 15 rows. Make sure that one row holds the column names.',
  foreign_file: 'This is a {kind} file, not a table. Import CSV, XLSX or ODS.',
  old_excel: 'This is an old Excel file (.xls). Save it as .xlsx in Excel and import that.',
  password_protected:
    'The workbook is protected by a password. Remove the password and import it again.',
  file_too_large: 'The file is larger than {limit} MB. Split it.',
  encoding_unknown: 'The text encoding was not recognised. Save the file as CSV in UTF-8.',
  encoding_unsupported:
    'The file is in {encoding}, which is not supported. Save it as CSV in UTF-8.',
  characters_lost:
    'Some bytes here are not characters and appear as �. Correct the cell, or save the file as UTF-8 again.',
  characters_mixed:
    'This text is UTF-8 in a file of another encoding, so it is garbled. Correct the cell, or save the whole file as UTF-8.',
  encoding_fault:
    'Some bytes are not text in {encoding}. Choose another encoding, or save as UTF-8.',
  too_many_rows: 'More than {limit} rows. Split the file.',
  too_many_columns: 'More than {limit} columns. Delete the columns that are not needed.',
  too_many_cells: 'More than {limit} cells. Split the file.',
  cell_too_long: 'The cell is longer than {limit} characters. Shorten it.',
  quote_not_closed: 'The quote that opens here is never closed. Add the closing quote.',
  zip_cut: 'The file is incomplete. Download it again.',
  zip_damaged: 'The file is damaged ({part}). Save it or download it again.',
  zip_method: 'Compression method {method} is not supported. Save the file again in Excel.',
  zip_too_many_entries: 'The archive has more than {limit} parts: this is no ordinary workbook.',
  zip_too_large: 'It unpacks to more than {limit} MB; reading was stopped.',
  zip_no_workbook: 'The archive holds no workbook. Import the .xlsx or .ods file itself.',
  xlsx_part_missing: 'A part of the workbook is missing: {part}. Save it again in Excel.',
  no_sheets: 'The workbook has no sheets.',
  zip_double_entry:
    'The file holds the part {part} twice with the same name, so its content is not certain. Save it again in Excel and import that.',
  xml_encoding:
    'The workbook says that {part} is encoded as {encoding}. Only UTF-8 and UTF-16 are read. Save it again in Excel and import that.',
  xml_doctype: 'The workbook has a DOCTYPE ({part}); for safety it is not read.',
  xml_run_too_long: 'A text in {part} is too long; reading was stopped.',
  xml_broken: 'The inside of the workbook is broken ({part}). Save it again in Excel.',
  xml_too_deep: '{part} is nested too deeply; reading was stopped.',
  shared_strings_missing:
    'The table of texts (sharedStrings) is missing. Save the workbook again in Excel.',
  shared_string_unknown:
    'The cell points to text number {index}, which does not exist. Save the workbook again in Excel.',
  shared_string_too_long: 'A text is longer than {limit} characters. Shorten it.',
  bad_reference: 'The cell reference {ref} is not valid. Save the workbook again in Excel.',
  rows_out_of_order: 'The rows are out of order. Save the workbook again in Excel.',
  merge_too_large: 'The merged range {ref} is too large. Unmerge it.',
  worker_memory: 'Reading this file needs more memory than allowed. Split the file.',
  worker_time:
    'Reading this file took too long and was stopped. Send it again; if that happens again, split the file.',
  no_period_rows: 'No row has a month that can be read.',
  control_characters: 'Control characters were removed.',
  text_too_long: 'The text is longer than {limit} characters and was cut.',
  hashes: 'The cell shows ####, so its value is lost. Widen the column and export again.',
  formula_empty:
    'The formula in this cell was never calculated; kept as missing. Open the file in Excel, save it and import it again.',
  date_no_date: 'Not a date; kept as missing. Write it as 2021-04-16.',
  date_no_year:
    'A month with two digits may be a day or a year; kept as missing. Write it as 2030-04.',
  date_no_such_day: 'There is no such day; kept as missing. Correct the date.',
  date_range:
    'A span of time. Its last day was taken for a completion, its first day for a beginning.',
  date_out_of_range:
    'The date is not between 1949 and 2100; kept as missing. A year may have been typed into a date cell.',
  date_month_cut:
    '2025.1 may be January or October; kept as missing. Write it as 2025-01 or 2025-10.',
  amount_not_a_number: 'Not an amount; kept as missing. Write it as a number.',
  amount_ambiguous_separator:
    'The separators are unclear; kept as missing. Remove the thousands separators.',
  amount_unsure_separator:
    'The sign may separate thousands or decimals: the amount is left out until the question is answered.',
  amount_unit_unknown:
    'The unit, or a word beside the amount, is not known; kept as missing. Write the number with its unit and currency only.',
  amount_currency_unknown:
    'The amount names no currency that is known; kept as missing. Write its currency beside it.',
  amount_chinese_trillion: '兆 may mean 10⁶ or 10¹²; kept as missing. Write another unit.',
  amounts_rounded:
    'Amounts finer than the smallest unit of {currency}, rounded half to even: {count}. Largest difference: {most} {currency}.',
  amount_too_large: 'The amount is too large; kept as missing. Check it.',
  amount_range_reversed: 'The low end of the range is above the high end; kept as missing.',
  amount_range: 'The range is stored as at least its low end; the text is kept.',
  amount_negative: 'The amount is negative. Check it.',
  amount_below_zero:
    'An investment cannot be below 0; kept as text and left out of totals. Correct it.',
  amount_twice: 'Another column has an amount for the same field; that one was taken. Check both.',
  number_not_a_number: 'Not a number; kept as missing.',
  number_unsure_separator:
    'The sign may separate thousands or decimals; kept as missing. Write it without a separator.',
  number_without_unit:
    'Neither the cell nor its heading names the unit of the area; kept as missing. Add the unit.',
  number_about: 'Stored without its word for about, over or at least; the text is kept.',
  number_negative: 'The number is negative; kept as missing.',
  mapping_unknown: 'The mapping names a column or field that does not exist. Check the names.',
  row_without_name: 'The row has neither a name nor a code and is not imported. Add one of them.',
  stage_marks:
    'Marks such as √ show the stages that were reached. The furthest one is the stage of the project; the file does not give its day.',
  named_by_company: 'No column has names of projects. Each project gets its name from this column.',
  hidden_rows:
    'The sheet hides rows ({count}), which are imported like the others. Delete those that do not belong.',
  hidden_column:
    'The sheet hides this column. It is imported like the others. Leave it out if it does not belong.',
  hidden_column_kept:
    'The sheet hides this column. It is kept as a note only, because a visible column takes precedence.',
  coloured_texts:
    '{count} {count:cell of this column has a colour of its own|cells of this column have colours of their own}. A colour is not read: write what it means in a column of its own.',
  coloured_cells:
    '{count} {count:cell of this column is coloured and holds|cells of this column are coloured and hold} nothing. A colour is not read: write what it means in a column of its own.',
  stray_quote:
    'The quote that opens here is never closed. It was read as a character of the text, so that the following rows are imported. Delete it.',
  was_turned:
    'The names of the fields are in the first column, and each project has a column. Columns were read as rows and are numbered as rows.',
  series_turned:
    'The indicators are in rows and the months in columns. Columns were read as rows and are numbered as rows.',
  header_missing:
    'The table has no header. Its columns are named by their letters, and their fields are proposed from their cells. Check each.',
  row_too_wide: 'The row has more cells than the header; the rest is not imported.',
  row_shifted:
    'The row has more fields than the header: a comma inside a number or text may lack its quotes, so that cells stand one column too far right. Check it.',
  name_only:
    'This row has only a name. It is imported as a project. Delete the row if it is a heading.',
  section_unit: 'Below this heading amounts are read in {unit}, though the header says {header}.',
  format_currency:
    'The number format says {format}, the header or the sheet {header}. Read as {currency}: correct the format if that is wrong.',
  format_currency_some:
    'Only some numbers of this column have a currency in their format. The others are read as {currency} too.',
  printed_total: 'The file prints a total of {printed}; the rows add up to {sum}. Check it.',
  same_code: 'The same code is on {count} rows.',
  alike_code:
    '{count} {count:row has a code that differs|rows have codes that differ} only in width, case or dashes. Are they one project?',
  respelt_code:
    '{count} codes are written differently from the register, such as {written} for {code}. They count as the same projects, which keep their codes.',
  sum_days:
    'The added rows have different days: the first beginning and the last completion count.',
  sum_stages: 'The added rows have different stages: that of the first row counts.',
  sum_currencies:
    'The rows of this code have several currencies, which are never added; kept as missing.',
  name_changed: 'The code is known under another name: "{name}". Check it.',
  stage_after_edition:
    'This stage began after the day of the edition, {day}, and counts from that day. Check it.',
  later_stage_begun:
    'This date is of a later stage than the present stage of the row. It is kept, but the stage stays. Check the stage.',
  later_stage_ahead:
    'This date is of a later stage and after the day of the edition, {day}. It is kept with the project and changes no stage.',
  milestone_ahead:
    'This date is after the day of the edition, {day}: it is taken as a planned date.',
  same_credit_code: '{count} codes have the same credit code: {codes}. Are they one project?',
  same_name_investor:
    '{count} codes have the same name and investor: {codes}. Are they one project?',
  bad_credit_code: 'The check character of this credit code is wrong. It is stored as it stands.',
  cut_code:
    'A spreadsheet has cut this code to a rounded number. Format the column as text, enter the codes again and import the file again.',
  bad_project_code: 'This is no valid national project code. It is stored as it stands.',
  mixed_alphabets:
    'A word mixes Latin and Cyrillic letters that look alike: searches may miss it. It is stored as it stands.',
  bad_corporate_number: 'This is no valid Japanese corporate number. It is stored as it stands.',
  year_to_date_fell: 'The year to date is less than in {period} of the same year ({value}).',
  jump: 'The amount is about {times} times the one stored ({from}). Confirm the unit.',
  value_jump: 'About {times} times the stored value of {period} ({value}). Confirm the unit.',
  unit_implausible:
    'The median planned investment is about {value}, outside what projects usually cost (about 100 thousand to 15 billion US dollars). Check the unit.',
  bad_period: 'Not a month. Write it as 2021-03.',
  column_compares:
    '"{header}" compares with another month; such figures are computed and not imported.',
  other_currency:
    '"{header}" is in another currency than its indicator ({currency}); not imported. Nothing is converted.',
  other_unit:
    '"{header}" is in another unit than its indicator; not imported. Nothing is converted.',
  month_only: '"{header}" is the month alone, but this indicator is year to date; not imported.',
  indicator_unknown: 'No indicator of this zone has this name; the row is not imported.',
  since_start:
    '"{header}" is counted since the start of works, not since the start of the year; not imported.',
  fiscal_flow:
    '“{header}” is counted from January. Values of fiscal years that begin in another month were not imported.',
  same_period: 'The month appears twice; the later row was taken.',
  years_as_december:
    'The file gives years: each value counts as that of December, of a flow as that of the whole year.',
  no_periods: 'No column has months, quarters or years, so the file was read as a register.',
  e_rows: 'Projects: {now} instead of {before}',
  e_column: 'The column “{header}” is missing',
  e_unit: '“{header}” is in {now} now; it was in {before}',
  e_sum: '{measure} of all rows: {now} instead of {before}',
  e_renamed: '{from} → {to}',
  s_unlisted: 'No longer listed',
  s_day: 'Data date: {iso_day}',
  s_rows: '{new} new, {changed} changed, {unchanged} unchanged',
  s_columns: 'Columns',
  s_sums: 'Sums',
  s_totals: 'Printed totals',
  s_changes: 'Changes',
  s_problems: 'Doubts',
  s_questions: 'Open questions',
  s_missing: '{count} missing',
  s_agrees: 'agrees',
  s_reading: 'Reading',
  s_matching: 'Matching',
  s_comparing: 'Comparing',
  s_storing: 'Storing',
};
