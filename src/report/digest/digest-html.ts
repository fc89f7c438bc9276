import type { ReportBlock, ReportTable } from '#domain/report/report.ts';
import { digestMailLabels } from './labels/index.ts';
import type { Digest } from './make-digest.ts';

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

const cellStyle =
  'border-bottom:1px solid #d0d5dd;padding:4px 12px 4px 0;text-align:left;vertical-align:top';

function tableHtml(caption: string, { columns, rows, more }: ReportTable): string {
  const head = columns.map(({ label }) => element('th', escapeHtml(label), cellStyle)).join('');
  const body = rows
    .map((row) =>
      element('tr', row.map((cell) => element('td', escapeHtml(cell), cellStyle)).join('')),
    )
    .join('');
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

function blockHtml(block: ReportBlock): string {
  if (block.kind === 'text') return element('p', escapeHtml(block.text));
  if (block.kind === 'list')
    return element('ul', block.items.map((item) => element('li', escapeHtml(item))).join(''));
  if (block.table === undefined) return '';
  return tableHtml(block.kind === 'table' ? block.caption : '', block.table);
}

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
      ...blocks.map(blockHtml),
    ]),
    ...reports.map((text) => element('p', element('b', escapeHtml(text)))),
    link === undefined
      ? ''
      : element('p', `<a href="${escapeHtml(link)}">${escapeHtml(t.open)}</a>`),
    element('p', escapeHtml(t.why), 'color:#5b6472;font-size:12px'),
  ];
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body style="font-family:sans-serif;font-size:15px;line-height:1.6;color:#1b2430">${parts.join('')}</body></html>`;
}
