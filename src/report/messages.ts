import type { Report, ReportBlock, ReportInput, ReportSection } from '#domain/report/report.ts';
import { periodText } from './sections/period-text.ts';
import { targetsSentence } from './sections/summary.ts';
import { reportLabels } from './labels/index.ts';

/** The sections of a message without a choice of the zone. */
const usualSections: readonly ReportSection['id'][] = [
  'statement',
  'outlook',
  'projects',
  'problems',
  'next',
];
/** Sections that are too long for a message, whatever the zone chose. */
const longSections: readonly ReportSection['id'][] = ['figures', 'definitions', 'log'];
/** The most lines of a section: its sentences and a table of ten rows. */
const mostLines = 14;

/** Whether a message includes a section: one that the zone chose, else a usual one. */
const isTold = (id: ReportSection['id'], { template }: ReportInput): boolean =>
  template?.sections === undefined ? usualSections.includes(id) : !longSections.includes(id);

/**
 * Lists the lines of a block. Each row of a table is one line below its caption; a table of the
 * outlook is left out, since without its headings its figures have no meaning.
 */
function listLines(
  block: ReportBlock,
  { id, heading }: Pick<ReportSection, 'id' | 'heading'>,
): readonly string[] {
  if (block.kind === 'text') return block.note === true ? [] : [block.text];
  if (block.kind === 'list') return block.items;
  if (block.kind !== 'table' || id === 'outlook') return [];
  const { caption, table } = block;
  return [
    ...(caption === heading ? [] : [caption]),
    ...table.rows.map((row) => row.filter((cell) => cell !== '—').join(' · ')),
    ...(table.more === undefined ? [] : [table.more]),
  ];
}

/** Writes the report as texts for a message: one sentence, and one page. */
export function makeMessages(
  input: ReportInput,
  { title, subtitle, warning, sections, issued }: Omit<Report, 'messages'>,
): Report['messages'] {
  const { overview, language } = input;
  const t = reportLabels[language];
  const zone = overview.zone.short_name[language];
  const parts = sections.filter(({ id }) => isTold(id, input));
  // the numbers close up, since a message leaves sections out
  const withNumbers = parts.filter(({ number }) => number !== undefined);
  const paragraphs = parts.map((section) => {
    const { heading, blocks } = section;
    const place = withNumbers.indexOf(section);
    const number = place < 0 ? '' : t.number(place + 1);
    return [
      `${number}${heading}`,
      ...blocks.flatMap((block) => listLines(block, section)).slice(0, mostLines),
    ].join('\n');
  });
  return {
    sentence: [
      ...(warning === undefined ? [] : [warning]),
      t.message(zone, periodText(input), targetsSentence(overview, language)),
    ].join('\n'),
    page: [
      [title, subtitle, ...(warning === undefined ? [] : [warning])].join('\n'),
      ...paragraphs,
      [issued.by, ...(issued.contact === undefined ? [] : [issued.contact]), issued.day].join('\n'),
    ].join('\n\n'),
  };
}
