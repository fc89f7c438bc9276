import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { licenceText } from '#domain/labels/projects/redistribution.ts';
import { illustrativeLabel, stageGroupTerms } from '#domain/labels/index.ts';
import { aboutWords } from '#server/exports/tables/about-labels.ts';
import type { DocumentScope } from '#server/exports/tables/document-scope.ts';
import { listFacts, describeStageGroup } from '#server/exports/workbook/about-sheet.ts';

/** A file of the pack and its description. */
export interface PackedFile {
  readonly path: string;
  readonly description: string;
}
interface ReadmeLabels {
  readonly title: string;
  readonly what: string;
  readonly files: string;
  readonly cite: string;
  readonly citation: (zone: string, day: string, revision: string) => string;
  readonly cite_note: string;
  readonly read: string;
  readonly read_note: string;
  readonly definitions: string;
  readonly sources: string;
  readonly again: string;
  readonly again_note: string;
  readonly not_made: (title: string) => string;
}
const words: Readonly<Record<Language, ReadmeLabels>> = {
  'zh-CN': {
    title: '数据包',
    what: '这是什么',
    files: '文件',
    cite: '如何引用',
    citation: (zone, day, revision) =>
      `${zone}：Headway 数据包，数据截至${day}，第${revision}次修订`,
    cite_note: '引用时请写明数据截至日期与修订号。预测、估计与初步数须注明其状态。',
    read: '如何读取',
    read_note:
      'CSV 为 UTF-8 编码，首行为字段编号，无注释行；数值为确数，日期为 ISO 8601，空白为缺数。字段的类型、单位与定义见 datapackage.json。CSV 供程序使用：电子表格可能会把其中以 =、+、- 或 @ 开头的文字当作公式运行，人工查看请打开工作簿。工作簿内容相同，带单元格类型与数字格式，文字不会运行。',
    definitions: '口径',
    sources: '来源',
    again: '重新导入',
    again_note:
      'projects.csv 与 observations.csv 可在导入页面重新导入，再次导出时内容不变。阶段的完整历史在 stage_events.csv 中，仅供查阅。',
    not_made: (title) => `${title}（未能生成，本数据包不含此文件；数据完整）`,
  },
  ja: {
    title: 'データパック',
    what: '内容',
    files: 'ファイル',
    cite: '引用方法',
    citation: (zone, day, revision) =>
      `${zone}「Headway データパック」、基準日${day}、改訂${revision}`,
    cite_note: '引用時は基準日と改訂番号を明記する。予測・推計・速報値はその区分を付記する。',
    read: '読み方',
    read_note:
      'CSVはUTF-8で、1行目が項目のID、注釈行はない。数値は正確な値、日付はISO 8601、空欄は値なし。項目の型・単位・定義はdatapackage.jsonにある。CSVはプログラム用で、=、+、-、@で始まる文字列を表計算ソフトが数式として実行するおそれがあるため、人が見るときはワークブックを開く。ワークブックは同じ内容で、セルの型と表示形式を持ち、文字列は実行されない。',
    definitions: '定義',
    sources: '出典',
    again: '再取込',
    again_note:
      'projects.csvとobservations.csvは取込画面で再び取り込め、もう一度出力しても同じ内容になる。段階の全履歴はstage_events.csvにあり、参照用である。',
    not_made: (title) =>
      `${title}（作成できなかったため、このパックには入っていない。データはすべて入っている）`,
  },
  en: {
    title: 'Data pack',
    what: 'What this is',
    files: 'Files',
    cite: 'How to cite',
    citation: (zone, day, revision) =>
      `${zone}: Headway data pack, data as of ${day}, revision ${revision}`,
    cite_note:
      'Name the day of the data and the revision. Say of forecasts, estimates and provisional values that they are such.',
    read: 'How to read it',
    read_note:
      'CSV files are UTF-8 with field ids in the first line and no comment lines; values are exact, dates are ISO 8601, an empty field is a missing value. Types, units and definitions of the fields stand in datapackage.json. They are for programs: a spreadsheet may run text that starts with =, +, - or @ as a formula, so open the workbook to look at the data. It holds the same with typed cells and number formats, and its text never runs.',
    definitions: 'Definitions',
    sources: 'Sources',
    again: 'Import it again',
    again_note:
      'projects.csv and observations.csv can be imported again on the Import page and leave unchanged. stage_events.csv has the whole history of stages, for reading only.',
    not_made: (title) =>
      `${title} (could not be made and is not in this pack; the data are complete)`,
  },
};

/** Writes the citation of a pack in its language, with its public address if it has one. */
export const writeCitation = ({
  language,
  profile,
  as_of,
  knownRevision,
  address,
}: DocumentScope): string =>
  [
    words[language].citation(
      profile.name[language],
      formatDate(as_of, language, 'long'),
      String(knownRevision),
    ),
    ...(URL.canParse(address) ? [address] : []),
    licenceText(profile.licence, language),
  ].join(language === 'en' ? '. ' : '。');

/** Writes the README's sentence about a file that could not be made. */
export const describeMissingFile = (title: string, language: Language): string =>
  words[language].not_made(title);

/** Lists the sources under their heading; empty without any. */
function listSources({ language, profile: { sources } }: DocumentScope): readonly string[] {
  if (sources.length === 0) return [];
  const lines = sources.map(
    ({ title, date, url }) =>
      `- ${title[language]} (${date})${url === undefined ? '' : ` <${url}>`}`,
  );
  return [`## ${words[language].sources}`, '', ...lines, ''];
}

/** Writes the README of a data pack in the reader's language. */
export function writeReadme(scope: DocumentScope, files: readonly PackedFile[]): string {
  const { language, profile, illustrative } = scope;
  const t = words[language];
  const about = aboutWords[language];
  const colon = language === 'en' ? ': ' : '：';
  const lines = [
    `# ${profile.name[language]} · ${t.title}`,
    '',
    ...(illustrative ? [`> **${illustrativeLabel[language]}** ${about.invented}`, ''] : []),
    `## ${t.what}`,
    '',
    ...listFacts(scope).map(([name, value]) => `- ${name}${colon}${value}`),
    '',
    `## ${t.files}`,
    '',
    ...files.map(({ path, description }) => `- \`${path}\`${colon}${description}`),
    '',
    `## ${t.cite}`,
    '',
    writeCitation(scope),
    '',
    t.cite_note,
    '',
    `## ${t.read}`,
    '',
    t.read_note,
    '',
    `## ${t.definitions}`,
    '',
    ...profile.indicators.flatMap(({ name, definition }) =>
      definition[language] === '' ? [] : [`- **${name[language]}**${colon}${definition[language]}`],
    ),
    `- **${stageGroupTerms.established[language]}**${colon}${describeStageGroup(scope, language, 'established')}`,
    `- **${stageGroupTerms.pipeline[language]}**${colon}${describeStageGroup(scope, language, 'pipeline')}`,
    `- **${about.missing}**${colon}${about.missing_note}`,
    `- **${about.money}**${colon}${about.money_note}`,
    `- **${about.light}**${colon}${about.light_note}`,
    '',
    ...listSources(scope),
    `## ${t.again}`,
    '',
    t.again_note,
  ];
  return `${lines.join('\n')}\n`;
}
