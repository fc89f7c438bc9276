import { textWidth, wrapText } from '#charts/kit/style/font-advances.ts';
import type { Token } from '#charts/kit/style/tokens.ts';
import { xml } from '#charts/kit/style/xml.ts';

/** A4 in points, and the margins of a report: 18 mm, more at the foot. */
export const paper = { width: 595, height: 842, margin: 51, top: 54, bottom: 62 } as const;
export const room = paper.width - paper.margin * 2;

export interface TextLook {
  readonly size: number;
  readonly lead: number;
  readonly colour: Token;
  readonly bold?: boolean;
}

/** Lines that fit, also where one word alone is wider than the room. */
export function breakLines(
  text: string,
  width: number,
  size: number,
  bold = false,
): readonly string[] {
  const hung: string[] = [];
  for (const line of wrapText(text, width, size, bold)) {
    // closing marks hang at the end of a line and never begin one
    const closing = /^[、。，；：）」』！？)\],.;:!?]+/.exec(line)?.[0] ?? '';
    if (closing !== '' && hung.length > 0) hung[hung.length - 1] += closing;
    const rest = hung.length > 0 ? line.slice(closing.length).trimStart() : line;
    if (rest !== '') hung.push(rest);
  }
  return hung.flatMap((line) => {
    if (textWidth(line, size, bold) <= width + size * 2) return [line];
    const out: string[] = [];
    let part = '';
    for (const character of line) {
      if (part !== '' && textWidth(part + character, size, bold) > width) {
        out.push(part);
        part = '';
      }
      part += character;
    }
    return [...out, part];
  });
}

export const svgText = (
  text: string,
  x: number,
  y: number,
  { size, colour, bold }: TextLook,
  right = false,
): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${bold === true ? 600 : 400}" fill="var(--${colour})"${right ? ' text-anchor="end"' : ''}>${xml(text)}</text>`;

/** Pages that fill from the top; what doesn't fit begins the next one. */
export class PageFlow {
  readonly pages: string[][] = [[]];
  #y: number = paper.top;

  get y(): number {
    return this.#y;
  }
  get left(): number {
    return paper.height - paper.bottom - this.#y;
  }
  add(svg: string): void {
    this.pages.at(-1)?.push(svg);
  }
  breakPage(): void {
    if (this.pages.at(-1)?.length === 0) return;
    this.pages.push([]);
    this.#y = paper.top;
  }
  /** Begins a page unless so much room is left on this one. */
  need(height: number): void {
    if (this.left < height) this.breakPage();
  }
  space(height: number): void {
    this.#y += height;
  }
  rule(colour: Token = 'rule'): void {
    this.add(
      `<rect x="${paper.margin}" y="${this.#y}" width="${room}" height="0.75" fill="var(--${colour})"/>`,
    );
  }
  /** A text across the page or a width, or beside a mark. */
  text(text: string, look: TextLook, indent = 0, mark = '', width = room - indent): void {
    const lines = breakLines(text, width, look.size, look.bold);
    lines.forEach((line, index) => {
      this.need(look.lead);
      this.#y += look.lead;
      const base = this.#y - look.lead * 0.28;
      if (index === 0 && mark !== '') this.add(svgText(mark, paper.margin, base, look));
      this.add(svgText(line, paper.margin + indent, base, look));
    });
  }
}
