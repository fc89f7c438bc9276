import { formatCount } from '#domain/values/format.ts';
import {
  countUnusedRows,
  type ImportRows,
  type UnusedRowReason,
  type UnusedRows,
} from '#domain/changes/unused-rows.ts';
import { listMark, type Language } from '#domain/values/language.ts';
import { type Terms, words } from '#domain/values/term.ts';

/** Why a row was not used. */
export const unusedRowTerms: Terms<UnusedRowReason> = {
  unnamed: words('无名称也无编号', '名称もコードもなし', 'no name and no code'),
  merged: words(
    '并入同一项目的其他行',
    '同じ案件の他の行に統合',
    'merged into another row of the same project',
  ),
  total: words('合计行', '合計行', 'total'),
  heading: words('标题行', '見出し行', 'heading'),
  note: words('注释行', '注記行', 'note'),
  repeated_header: words('重复的表头', '見出しの繰り返し', 'header repeated'),
  no_month: words('月份无法识别', '年月を読み取れない', 'no month that can be read'),
  unknown_indicator: words('指标无法识别', '指標を特定できない', 'indicator not known'),
};

interface RowWords {
  readonly counts: (rows: string, projects: string) => string;
  readonly unused: (parts: readonly string[]) => string;
  readonly part: (count: string, reason: string, rows: string) => string;
}
const rowWords: Readonly<Record<Language, RowWords>> = {
  'zh-CN': {
    counts: (rows, projects) => `共${rows}行，其中${projects}行为项目。`,
    unused: (parts) => `未采用：${parts.join('；')}。`,
    part: (count, reason, rows) => `${reason}${count}行（第${rows}行）`,
  },
  ja: {
    counts: (rows, projects) => `全${rows}行のうち案件は${projects}行。`,
    unused: (parts) => `不採用：${parts.join('、')}。`,
    part: (count, reason, rows) => `${reason} ${count}行（${rows}行目）`,
  },
  en: {
    counts: (rows, projects) =>
      `${projects} of ${rows} ${rows === '1' ? 'row' : 'rows'} of the file ${projects === '1' ? 'is a project' : 'are projects'}.`,
    unused: (parts) => `Not used: ${parts.join('; ')}.`,
    part: (count, reason, rows) =>
      `${reason}, ${count} ${count === '1' ? 'row' : 'rows'} (${rows})`,
  },
};

/**
 * Describes which rows of a file were not used and why, in one sentence.
 *
 * @returns an empty text where every row was used
 */
export function unusedRowsText(unused: readonly UnusedRows[], language: Language): string {
  const t = rowWords[language];
  const listed = ({ count, rows }: UnusedRows): string =>
    `${rows.join(listMark(language))}${count > rows.length ? ' …' : ''}`;
  const parts = unused.map((one) =>
    t.part(formatCount(one.count, language), unusedRowTerms[one.reason][language], listed(one)),
  );
  return parts.length === 0 ? '' : t.unused(parts);
}

/** The number of rows of a register that became projects, and the reasons for the others. */
export function importRowsText(rows: ImportRows, language: Language): string {
  const projects = rows.new + rows.changed + rows.unchanged;
  const all = projects + countUnusedRows(rows);
  const counts = rowWords[language].counts(
    formatCount(all, language),
    formatCount(projects, language),
  );
  return [counts, unusedRowsText(rows.unused, language)]
    .filter((text) => text !== '')
    .join(language === 'en' ? ' ' : '');
}
