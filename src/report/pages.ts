import { textWidth } from '#charts/kit/style/font-advances.ts';
import { qrSvg } from '#charts/kit/frame/qr.ts';
import { frameWords } from '#charts/kit/labels/index.ts';
import { resolveTokens } from '#charts/kit/style/tokens.ts';
import { breakLines, PageFlow, paper, room, svgText, type TextLook } from './page-flow.ts';
import { putTable, tableStart } from './page-table.ts';
import type { Report, ReportBlock } from '#domain/report/report.ts';
import { reportWords } from '#report/labels/index.ts';

const body: TextLook = { size: 10, lead: 16, colour: 'ink' };
const small: TextLook = { size: 8, lead: 12, colour: 'ink-3' };
const headingLook: TextLook = { size: 14, lead: 22, colour: 'ink', bold: true };

/** The picture inside the page: its own drawing in a room of the page's width. */
function nested(
  svg: string,
  y: number,
  scale = 1,
): { readonly svg: string; readonly height: number } {
  const [, , , width = 620, height = 437] = (
    /viewBox="([-\d.]+) ([-\d.]+) ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  ).map(Number);
  const wide = room * scale;
  const tall = (wide * height) / width;
  const inner = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'));
  return {
    svg: `<svg x="${paper.margin}" y="${y}" width="${wide}" height="${tall}" viewBox="0 0 ${width} ${height}">${inner}</svg>`,
    height: tall,
  };
}

const smallest = 0.78;
/** A figure that almost fits what is left of a page is drawn a little smaller there. */
const figureScale = (flow: PageFlow, height: number): number => {
  const fits = (flow.left - 8) / height;
  return fits >= 1 || fits < smallest ? 1 : fits;
};

function putBlock(
  flow: PageFlow,
  block: ReportBlock,
  figure: string | undefined,
  heading: string,
): void {
  if (block.kind === 'text') flow.text(block.text, body);
  else if (block.kind === 'list') for (const item of block.items) flow.text(item, body, 12, '·');
  else if (block.kind === 'table') {
    flow.need(28 + tableStart(block.table));
    flow.space(6);
    if (block.caption !== heading) flow.text(block.caption, { ...body, bold: true });
    putTable(flow, block.table);
  } else if (figure !== undefined) {
    const { height: whole } = nested(figure, 0);
    const scale = figureScale(flow, whole);
    flow.need(whole * scale + 8);
    const { svg, height } = nested(figure, flow.y, scale);
    flow.add(svg);
    flow.space(height + 8);
    if (block.table !== undefined) putTable(flow, block.table);
    flow.space(10);
  }
  flow.space(5);
}

const qrWidth = 62;
function titlePage(
  flow: PageFlow,
  { title, subtitle, warning }: Report,
  address: string | undefined,
  note: string | undefined,
): void {
  if (warning !== undefined) {
    flow.add(`<rect x="0" y="0" width="${paper.width}" height="28" fill="var(--illus-bg)"/>`);
    flow.add(`<rect x="0" y="27" width="${paper.width}" height="1" fill="var(--illus-stripe)"/>`);
    flow.add(
      svgText(warning, paper.margin, 18, { size: 10, lead: 14, colour: 'illus-ink', bold: true }),
    );
  }
  const beside = address === undefined ? 0 : qrWidth + 10;
  if (address !== undefined)
    flow.add(qrSvg(address, paper.width - paper.margin - qrWidth, flow.y - 4, qrWidth));
  flow.text(title, { size: 20, lead: 30, colour: 'ink', bold: true }, 0, '', room - beside);
  flow.text(subtitle, { ...body, colour: 'ink-2' }, 0, '', room - beside);
  if (note !== undefined) flow.text(note, small, 0, '', room - beside);
  flow.space(Math.max(6, paper.top + qrWidth - flow.y));
}

/** Zone, day, status, revision, address and page number. */
function foot(report: Report, address: string | undefined, number: number, of: number): string {
  const page = reportWords[report.language].page(number, of);
  const y = paper.height - 40;
  const width = room - textWidth(page, small.size) - 12;
  const warned =
    number > 1 && report.warning !== undefined
      ? `${report.warning}${frameWords[report.language].separator}`
      : '';
  const lines = breakLines(`${warned}${report.foot}`, width, small.size).slice(0, 2);
  return [
    `<rect x="${paper.margin}" y="${y - 10}" width="${room}" height="0.75" fill="var(--rule)"/>`,
    ...lines.map((line, i) => svgText(line, paper.margin, y + i * 11, small)),
    ...(address === undefined
      ? []
      : [svgText(address, paper.margin, y + lines.length * 11, { ...small, size: 7 })]),
    svgText(page, paper.width - paper.margin, y, small, true),
  ].join('');
}

/**
 * The report as A4 pages, each an SVG in points: the address as a code beside the title, statement
 * and ledger first, a figure with its table to a part of a page, then
 * definitions and history; zone, day, status and page number at the foot of each. `figures` holds a
 * picture for each figure
 * block, in their order: an SVG that stands alone, in the light theme. `note` stands under the
 * title.
 */
export function reportPages(
  report: Report,
  figures: readonly string[],
  address?: string,
  note?: string,
): readonly string[] {
  const flow = new PageFlow();
  titlePage(flow, report, address, note);
  let next = 0;
  for (const section of report.sections) {
    if (section.blocks.length === 0) continue;
    const [first] = section.blocks;
    // a heading stays with its block
    const least =
      first?.kind === 'figure'
        ? nested(figures[next] ?? '', 0).height * smallest
        : first?.kind === 'table'
          ? 28 + tableStart(first.table)
          : 24;
    flow.need(46 + least);
    flow.space(8);
    flow.rule('rule-strong');
    flow.space(4);
    flow.text(section.heading, headingLook);
    flow.space(3);
    for (const block of section.blocks) {
      const figure = block.kind === 'figure' ? figures[next] : undefined;
      if (block.kind === 'figure') next += 1;
      putBlock(flow, block, figure, section.heading);
    }
  }
  return flow.pages.map((parts, i) =>
    resolveTokens(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${paper.width}" height="${paper.height}" viewBox="0 0 ${paper.width} ${paper.height}"><rect width="${paper.width}" height="${paper.height}" fill="#FFFFFF"/>${parts.join('')}${foot(report, address, i + 1, flow.pages.length)}</svg>`,
      'light',
    ),
  );
}
