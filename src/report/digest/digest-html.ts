import type { ReportBlock, ReportTable } from '#domain/report/report.ts';
import type { Language } from '#domain/values/language.ts';
import { digestMailLabels } from './labels/index.ts';
import { digestAddress, type Digest } from './make-digest.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
const element = (name: string, content: string, style = ''): string =>
  `<${name}${style === '' ? '' : ` style="${style}"`}>${content}</${name}>`;

/** Days, amounts and words up to this number of characters are not broken beside long texts. */
const shortest = 16;
const isHan = /[\u3040-\u9fff]/;
/** How a cell breaks: a name has room for a few words, Latin words and amounts stay together. */
const breakStyle = (cell: string, at: number): string => {
  if (at === 0) return ';min-width:8em';
  if (cell.length > shortest) return '';
  return isHan.test(cell) ? ';word-break:keep-all' : ';white-space:nowrap';
};
const cellStyle =
  'border-bottom:1px solid #8a94a3;padding:4px 12px 4px 0;text-align:left;vertical-align:top';

/**
 * Styles that programs with style sheets add: a row of a table is a block of lines on a phone, each
 * with the heading of its column.
 */
const sheet = `:root{color-scheme:light dark}@media(max-width:480px){thead{display:none}table,tbody,tr,td{display:block}tr{border-bottom:1px solid #8a94a3;padding:6px 0}td{border:0!important;padding:0!important;white-space:normal!important}td:first-child{font-weight:bold}.label{display:inline!important}}`;

function tableHtml(
  caption: string,
  { columns, rows, more }: ReportTable,
  headCell: (label: string) => string,
): string {
  const head = columns.map(({ label }) => element('th', escapeHtml(label), cellStyle)).join('');
  const writeCell = (cell: string, at: number): string => {
    const label = at === 0 ? '' : escapeHtml(headCell(columns[at]?.label ?? ''));
    const onPhone = label === '' ? '' : `<span class="label" style="display:none">${label}</span>`;
    return element('td', onPhone + escapeHtml(cell), cellStyle + breakStyle(cell, at));
  };
  const body = rows.map((row) => element('tr', row.map(writeCell).join(''))).join('');
  const table = element(
    'table',
    element('thead', element('tr', head)) + element('tbody', body),
    'border-collapse:collapse;font-size:14px',
  );
  return (
    (caption === '' ? '' : element('p', element('b', escapeHtml(caption)))) +
    table +
    (more === undefined ? '' : element('p', escapeHtml(more)))
  );
}

function blockHtml(block: ReportBlock, language: Language): string {
  if (block.kind === 'text') return element('p', escapeHtml(block.text));
  if (block.kind === 'list')
    return element('ul', block.items.map((item) => element('li', escapeHtml(item))).join(''));
  if (block.table === undefined) return '';
  const caption = block.kind === 'table' ? block.caption : '';
  return tableHtml(caption, block.table, digestMailLabels[language].head);
}

const linkHtml = (address: string, text: string): string =>
  `<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>`;

/**
 * A digest as the HTML of a mail: no scripts, no pictures, nothing that is loaded from another
 * server.
 */
export function digestHtml(digest: Digest): string {
  const { language, subject, warning, intro, sections, reports = [], link } = digest;
  const t = digestMailLabels[language];
  const parts = [
    element('h1', escapeHtml(subject), 'font-size:20px'),
    warning === undefined ? '' : element('p', element('b', escapeHtml(warning))),
    ...intro.map((text) => element('p', escapeHtml(text))),
    ...sections.flatMap(({ heading, blocks }, at) => [
      element('h2', escapeHtml(`${t.numerals[at] ?? ''}${heading}`), 'font-size:16px'),
      ...blocks.map((block) => blockHtml(block, language)),
    ]),
    ...reports.map((text) => element('p', element('b', escapeHtml(text)))),
    link === undefined ? '' : element('p', linkHtml(link, t.open)),
    element('p', escapeHtml(t.why), 'font-size:12px'),
    link === undefined
      ? ''
      : element('p', linkHtml(digestAddress(link), t.change), 'font-size:12px'),
  ];
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(subject)}</title><style>${sheet}</style></head><body style="font-family:sans-serif;font-size:15px;line-height:1.6">${parts.join('')}</body></html>`;
}
