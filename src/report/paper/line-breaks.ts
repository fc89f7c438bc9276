import { textWidth, wrapText } from '#charts/kit/style/font-advances.ts';

/**
 * Widths of the printable ASCII characters of the faces of a PDF, in thousandths of the font size.
 * They are narrower than those of the page, from which pictures are laid out.
 */
const regular = [
  224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555,
  555, 555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589,
  552, 689, 728, 293, 535, 646, 543, 812, 723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573,
  531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552,
  284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555,
];
const semibold = [
  226, 357, 546, 580, 580, 951, 723, 311, 367, 367, 495, 580, 311, 364, 311, 389, 580, 580, 580,
  580, 580, 580, 580, 580, 580, 580, 311, 311, 580, 580, 580, 503, 990, 632, 674, 651, 707, 608,
  576, 709, 749, 319, 559, 675, 568, 842, 742, 762, 658, 762, 669, 616, 618, 740, 606, 904, 611,
  566, 610, 367, 389, 367, 580, 565, 620, 583, 637, 522, 637, 573, 359, 588, 631, 296, 297, 589,
  306, 953, 632, 620, 637, 637, 423, 487, 408, 629, 560, 846, 544, 559, 501, 367, 289, 367, 580,
];

/** Measures a text in the faces of a PDF. @returns points at a size in points */
export function paperWidth(text: string, size: number, bold = false): number {
  const table = bold ? semibold : regular;
  let width = 0;
  for (const character of text)
    width +=
      (table[(character.codePointAt(0) ?? 0) - 32] ?? textWidth(character, 1000, bold)) *
      (size / 1000);
  return width;
}

/** Breaks a text into lines that fit, also where one word is wider than the page. */
export function breakLines(
  text: string,
  width: number,
  size: number,
  bold = false,
): readonly string[] {
  const hangingLines: string[] = [];
  for (const line of wrapText(text, width, size, bold)) {
    // closing marks hang at the end of a line and never begin one
    const closing = /^[、。，；：）」』！？)\],.;:!?]+/.exec(line)?.[0] ?? '';
    if (closing !== '' && hangingLines.length > 0) hangingLines[hangingLines.length - 1] += closing;
    const rest = hangingLines.length > 0 ? line.slice(closing.length).trimStart() : line;
    if (rest !== '') hangingLines.push(rest);
  }
  return hangingLines.flatMap((line) => {
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

/** Shares of the narrower width that are tried: one line may be wider than the whole text. */
const shares = [1, 0.8, 0.6, 0.4, 0.2] as const;

/** Marks that may hang beside the end of a line. */
const hangingMarks = /[、。，；：）」』！？]+$/u;

/** The last character of a paragraph with its marks. */
const lastCharacter = /^[^、。，；：）」』！？][、。，；：）」』！？]+$/u;

/** Breaks a text into lines that fill the width in the faces of a PDF. */
export function breakOnPaper(
  text: string,
  width: number,
  size: number,
  bold = false,
): readonly string[] {
  const fits = (line: string): boolean =>
    paperWidth(line.replace(hangingMarks, ''), size, bold) <= width;
  const gain = textWidth(text, size, bold) / Math.max(1, paperWidth(text, size, bold)) - 1;
  const layouts = shares.map((share) => width * (1 + Math.max(0, gain) * share));
  const lines =
    layouts
      .map((room) => breakLines(text, room, size, bold))
      .find((layout) => layout.every(fits)) ?? breakLines(text, width, size, bold);
  // a last line of one character has room on the line before
  const [before, last] = lines.slice(-2);
  return last !== undefined && lastCharacter.test(last) && fits(`${before}${last}`)
    ? [...lines.slice(0, -2), `${before}${last}`]
    : lines;
}
