import type { ReportBlock, ReportTable } from '#domain/report/report.ts';
import type { Language } from '#domain/values/language.ts';
import { digestMailLabels } from './labels/index.ts';
import { digestAddress, type Digest } from './make-digest.ts';

/** A row of a table as a line: the first cell, then the others with their headings. */
function rowLine(row: readonly string[], { columns }: ReportTable, language: Language): string {
  const t = digestMailLabels[language];
  const [first = '', ...rest] = row;
  const cells = rest.flatMap((cell, at) =>
    cell === '—' || cell === '' ? [] : [t.cell(columns[at + 1]?.label ?? '', cell)],
  );
  return cells.length === 0 ? first : t.cells([first, ...cells]);
}

/** Writes the lines of a block, each in one line of text. */
function blockLines(block: ReportBlock, language: Language): readonly string[] {
  if (block.kind === 'text') return [block.text];
  if (block.kind === 'list') return block.items;
  const { table } = block;
  if (table === undefined) return [];
  return [
    ...table.rows.map((row) => rowLine(row, table, language)),
    ...(table.more === undefined ? [] : [table.more]),
  ];
}

/** A section of a digest as lines, for messages without tables. */
export interface LinedSection {
  readonly heading: string;
  readonly lines: readonly string[];
}
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** Writes the sections of a digest as lines with numbered headings. */
export const digestLines = ({ sections, language }: Digest): readonly LinedSection[] =>
  sections.map(({ heading, blocks }, at) => ({
    heading: `${digestMailLabels[language].numerals[at] ?? ''}${heading}`,
    lines: blocks.flatMap((block) => blockLines(block, language)).map(oneLine),
  }));

/** A digest as plain text. */
export function digestText(digest: Digest): string {
  const { subject, warning, intro, reports = [], link, language } = digest;
  const t = digestMailLabels[language];
  return [
    oneLine(subject),
    ...(warning === undefined ? [] : [warning]),
    '',
    ...intro.map(oneLine),
    ...digestLines(digest).flatMap(({ heading, lines }) => [
      '',
      heading,
      ...lines.map((line) => `- ${line}`),
    ]),
    ...(reports.length === 0 ? [] : ['', ...reports]),
    ...(link === undefined ? [] : ['', `${t.open}: ${link}`]),
    '',
    t.why,
    ...(link === undefined ? [] : [`${t.change}: ${digestAddress(link)}`]),
    '',
  ].join('\n');
}

const encoder = new TextEncoder();
/** Text that can neither make a link nor mention a person in the markdown of a messenger. */
const plainMarkdown = (text: string): string =>
  text
    .replaceAll('<', '＜')
    .replaceAll('>', '＞')
    .replaceAll('](', '] (')
    .replaceAll('`', '’')
    .replaceAll('*', '＊');

/**
 * Writes a digest as markdown of at most `mostBytes` bytes in UTF-8. Whole lines are cut at the
 * end, and the text says so.
 */
export function digestMarkdown(digest: Digest, mostBytes: number): string {
  const { subject, warning, intro, link, language } = digest;
  const t = digestMailLabels[language];
  const end = link === undefined ? [] : ['', `[${t.open}](${link})`];
  const lines = [
    `**${plainMarkdown(oneLine(subject))}**`,
    ...(warning === undefined ? [] : [plainMarkdown(warning)]),
    '',
    ...intro.map((line) => plainMarkdown(oneLine(line))),
    ...digestLines(digest).flatMap(({ heading, lines: of }) => [
      '',
      `### ${plainMarkdown(heading)}`,
      ...of.map((line) => `- ${plainMarkdown(line)}`),
    ]),
  ];
  const size = (of: readonly string[]): number => encoder.encode(of.join('\n')).length;
  if (size([...lines, ...end]) <= mostBytes) return [...lines, ...end].join('\n');
  const cut = ['', t.left, ...end];
  while (lines.length > 0 && size([...lines, ...cut]) > mostBytes) lines.pop();
  return [...lines, ...cut].join('\n');
}
