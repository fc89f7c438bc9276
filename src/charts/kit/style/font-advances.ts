/**
 * Widths of the printable ASCII characters (space to ~) of Inter 4, in thousandths of the font
 * size. Margins and label places are computed from these, so that the server, the browser and an
 * exported file agree without measuring anything. The Noto faces of exported pictures run about as
 * wide, so labels keep a few px between them.
 */
const regular = [
  281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610,
  618, 646, 593, 620, 566, 619, 620, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601,
  590, 746, 743, 269, 571, 672, 565, 903, 753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682,
  679, 629, 365, 360, 365, 471, 456, 323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242, 549,
  242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662,
];
const semibold = [
  252, 321, 523, 644, 650, 1004, 663, 326, 373, 373, 540, 673, 319, 465, 319, 379, 660, 423, 623,
  636, 666, 612, 640, 576, 640, 640, 319, 329, 673, 673, 673, 543, 999, 728, 659, 737, 722, 605,
  588, 749, 746, 277, 580, 703, 565, 922, 759, 769, 645, 773, 652, 650, 660, 736, 728, 1020, 720,
  713, 652, 373, 379, 373, 481, 469, 351, 574, 624, 583, 624, 591, 389, 625, 612, 262, 262, 569,
  262, 900, 612, 609, 624, 624, 397, 549, 353, 612, 587, 839, 569, 588, 566, 455, 359, 455, 673,
];
/**
 * Widths of Greek (Α to ω) and Cyrillic (Ѐ to џ) in Noto Sans SemiBold: a little over those of the
 * regular face.
 */
const greek = [
  672, 674, 577, 695, 608, 610, 756, 787, 370, 675, 646, 930, 788, 625, 787, 746, 658, 0, 614, 618,
  603, 881, 638, 858, 786, 370, 603, 644, 492, 630, 375, 622, 653, 659, 575, 610, 520, 503, 630,
  607, 375, 589, 592, 655, 563, 512, 617, 710, 632, 503, 640, 539, 622, 803, 611, 815, 841,
];
const cyrillic = [
  559, 608, 747, 543, 647, 548, 308, 313, 309, 1025, 1049, 754, 661, 778, 634, 753, 671, 667, 674,
  577, 758, 608, 962, 632, 778, 778, 680, 728, 929, 760, 771, 751, 658, 651, 618, 634, 870, 637,
  762, 702, 1055, 1056, 820, 934, 667, 653, 1050, 678, 583, 625, 586, 476, 631, 573, 826, 527, 654,
  654, 591, 625, 811, 648, 620, 637, 637, 522, 539, 559, 855, 552, 650, 619, 931, 933, 689, 818,
  574, 522, 856, 598, 572, 573, 640, 464, 512, 487, 289, 283, 283, 883, 912, 641, 584, 654, 547,
  633,
];
/**
 * Punctuation beyond ASCII that labels use, and Latin letters that are no letter of ASCII with a
 * mark.
 */
const others: Readonly<Record<string, number>> = {
  '¥': 563,
  '±': 673,
  '·': 319,
  '–': 542,
  '—': 1000,
  '“': 507,
  '”': 507,
  '…': 956,
  '−': 673,
  '×': 673,
  '→': 1000,
  Æ: 942,
  æ: 897,
  Œ: 971,
  œ: 966,
  Ø: 787,
  ø: 620,
  Ł: 550,
  ł: 287,
  Đ: 733,
  đ: 637,
  ß: 684,
  ı: 283,
};

/** A sign above or below a letter, as an accent or a Thai vowel, which needs no width of its own. */
const combiningSign = /^\p{Mn}/u;
/**
 * Width of a letter beyond ASCII in thousandths: that of the letter without its marks. An unknown
 * letter of these scripts counts as wide as Ю.
 */
function markedLetter(character: string, table: readonly number[]): number {
  const code = character.normalize('NFD').codePointAt(0) ?? 0;
  if (combiningSign.test(character)) return 0;
  if (code < 127) return table[code - 32] ?? 1000;
  return (
    greek[code - 0x391] ?? cyrillic[code - 0x400] ?? (code < 0x530 || code >= 0x1e00 ? 960 : 1000)
  );
}

const advance = (character: string, table: readonly number[]): number => {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 32 && code < 127) return table[code - 32] ?? 1000;
  return (
    others[character] ?? (code >= 0xc0 && code < 0x2000 ? markedLetter(character, table) : 1000)
  );
};

/**
 * Measures a text at a font size in px. Han, kana, Hangul and unknown characters, which are
 * replaced by a mark, count as one em.
 * @returns the width in px
 */
export function textWidth(text: string, size: number, bold = false): number {
  let width = 0;
  for (const character of text) width += advance(character, bold ? semibold : regular);
  return (width * size) / 1000;
}

/**
 * Returns the text, or its longest beginning that fits with an ellipsis. The table and the tooltip
 * have the whole text.
 */
export function fitText(text: string, room: number, size: number, bold = false): string {
  const table = bold ? semibold : regular;
  const most = (room * 1000) / size;
  const end = most - advance('…', table);
  let [width, fits] = [0, 0];
  for (const character of text) {
    width += advance(character, table);
    if (width > most) return `${text.slice(0, fits).trimEnd() || [...text].slice(0, 1).join('')}…`;
    if (width <= end) fits += character.length;
  }
  return text;
}

/**
 * Characters that never end a line, and characters that never begin one: brackets and quotes,
 * points, small kana and the sign of a long vowel.
 */
export const [openingMarks, closingMarks] = [
  '（「『《〈【“‘',
  '、。，；：）」』》〉】！？”’…・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョヶ',
];
/** A written day is not broken. */
const days = '\\d{4}年\\d{1,2}月(?:\\d{1,2}日)?|\\d{1,2} [A-Z][a-z]{2,8} \\d{4}';
/** Nor is a word in katakana, as the name of a currency. */
const katakana = '[\\u30a1-\\u30fa\\u30fc]{2,}';
const pieces = new RegExp(
  `[${openingMarks}]*(?:${days}|${katakana}|[\\u0021-\\u2e7f]+|[^\\u0021-\\u2e7f\\s])[${closingMarks}]*\\s*|\\s+`,
  'gu',
);

/** Vowels of Thai before their letter, and vowels and marks after it. */
const [before, after] = ['\u0e40-\u0e44', '\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46'];
/** A character with its vowels and signs, and with the marks that never begin a line. */
const characters = new RegExp(`[${before}]?.(?:[\\p{M}${after}])*[${closingMarks}]*`, 'gsu');

/** Breaks a word that is wider than a line into parts that fit. */
function breakWord(word: string, room: number, size: number, bold: boolean): readonly string[] {
  if (textWidth(word.trimEnd(), size, bold) <= room) return [word];
  const parts: string[] = [];
  let part = '';
  for (const character of word.match(characters) ?? []) {
    if (part !== '' && textWidth(part + character, size, bold) > room) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

/** Fills lines of a width with pieces. A piece is broken only where it is wider than a line. */
function fill(
  parts: readonly string[],
  room: number,
  size: number,
  bold: boolean,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of parts.flatMap((one) => breakWord(one, room, size, bold))) {
    if (line !== '' && textWidth((line + part).trimEnd(), size, bold) > room) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/**
 * Breaks a text into lines that fit: at spaces in Latin, between any two characters in Han and
 * hiragana, between words in katakana, except before or after marks that belong to a neighbour.
 */
export const wrapText = (
  text: string,
  room: number,
  size: number,
  bold = false,
): readonly string[] => fill(text.match(pieces) ?? [], room, size, bold);

/** The largest number of lines of a text: enough for 300 characters in the narrowest picture. */
const mostLines = 16;
/** Limits the number of lines. The last one ends in an ellipsis where text is left out. */
export const limitLines = (
  lines: readonly string[],
  room: number,
  size: number,
  bold = false,
  most = mostLines,
): readonly string[] =>
  lines.length <= most
    ? lines
    : [...lines.slice(0, most - 1), fitText(lines.slice(most - 1).join(' '), room, size, bold)];

/**
 * Breaks a heading like wrapText. Han and kana break after a clause where that needs no more lines;
 * else all lines are about as long, so that none is a single character.
 */
export function balanceText(
  text: string,
  room: number,
  size: number,
  bold = false,
): readonly string[] {
  let lines = wrapText(text, room, size, bold);
  const clauses = text.split(/(?<=[、。，；：])/u);
  if (lines.length > 1 && clauses.every((clause) => textWidth(clause, size, bold) <= room)) {
    const byClause = fill(clauses, room, size, bold);
    if (byClause.length === lines.length) return byClause;
  }
  for (let narrower = room - size; lines.length > 1 && narrower > room / 2; narrower -= size) {
    const next = wrapText(text, narrower, size, bold);
    if (next.length > lines.length) break;
    lines = next;
  }
  return lines;
}

/** Breaks a sentence like wrapText. A last line of one short word gets another word. */
export function wrapSentence(
  text: string,
  room: number,
  size: number,
  bold = false,
): readonly string[] {
  const lines = wrapText(text, room, size, bold);
  const isShort = (all: readonly string[]): boolean =>
    all.length > 1 && textWidth(all.at(-1) ?? '', size, bold) < room / 8;
  if (!isShort(lines)) return lines;
  for (let narrower = room - size; narrower > room * 0.85; narrower -= size) {
    const next = wrapText(text, narrower, size, bold);
    if (next.length === lines.length && !isShort(next)) return next;
  }
  return lines;
}

/** Breaks an address with the words before it: where its parameters begin. */
export const wrapAddress = (text: string, room: number, size: number): readonly string[] =>
  fill(text.split(/(?=[?&])|(?<=[:：] ?)(?=https?:)/u), room, size, false);
