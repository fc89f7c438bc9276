import type { FigureRequest } from '#charts/static/render-figure.ts';
import { replacementMark } from '#charts/kit/style/fonts.ts';
import type { Drawn } from '#server/core/deps.ts';
import { coverageOf, facesOf } from './fonts.ts';

/**
 * Characters that no face needs to have: controls, and those that only say how their neighbours are
 * drawn.
 */
export const drawsNothing = (character: string): boolean =>
  /[\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(character);

const hasFont = (character: string): boolean =>
  drawsNothing(character) ||
  facesOf('en', false).some((face) => coverageOf(face).has(character.codePointAt(0) ?? 0));

/** Characters in a row that fonts have, or a row of those that none has. */
interface CharacterRun {
  /** What is drawn: the text, or a mark for each character that no font has. */
  readonly text: string;
  /** What stands in the data, where marks are drawn in its place. */
  readonly original?: string;
}

/**
 * Letters with their marks, and parts of a Hangul syllable, as one character each where Unicode has
 * it. Han stays: its forms of a name differ.
 */
const composed = (text: string): string =>
  text.replaceAll(/\P{M}\p{M}+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?/gu, (cluster) =>
    /^\p{Script=Han}/u.test(cluster) ? cluster : cluster.normalize('NFC'),
  );

/**
 * Splits a text into runs that fonts can draw, and marks in place of the characters that no font
 * has.
 * @returns Runs in the order of the text. A sign that joins the character before it, as a vowel in
 *   Thai, shares its mark.
 */
export function characterRuns(text: string): readonly CharacterRun[] {
  const runs: { text: string; original?: string }[] = [];
  for (const character of composed(text)) {
    const last = runs.at(-1);
    const replaced = last?.original !== undefined;
    if (replaced && (drawsNothing(character) || (/\p{M}/u.test(character) && !hasFont(character))))
      last.original += character;
    else if (hasFont(character)) {
      if (last === undefined || replaced) runs.push({ text: character });
      else last.text += character;
    } else if (replaced) {
      last.text += replacementMark;
      last.original += character;
    } else runs.push({ text: replacementMark, original: character });
  }
  return runs;
}

const texts = /(<text[^>]*>)([^<]*)(?=<\/text>)/g;

/**
 * @returns The characters that texts of an SVG have and no font has, each once, in the order of
 * their code points.
 */
export function missingCharacters(svg: string): readonly string[] {
  const drawn = new Set(
    [...svg.matchAll(texts)].flatMap(([, , text = '']) => [...new Set(composed(text))]),
  );
  return [...drawn]
    .filter((character) => !hasFont(character))
    .sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
}

/**
 * @returns The SVG with a visible mark in its texts for each character that no font has; titles and
 * descriptions stay as they are.
 */
export const replaceMissing = (svg: string): string =>
  svg.replaceAll(
    texts,
    (_, tag: string, text: string) =>
      tag +
      characterRuns(text)
        .map((run) => run.text)
        .join(''),
  );

/**
 * Draws a figure. One with characters that no font has is drawn again with a note that says so.
 * @returns The SVG, with all characters still in it, and those that no font has.
 */
export function drawFigure(
  figure: (request: FigureRequest) => string,
  request: FigureRequest,
): Drawn<string> {
  const svg = figure(request);
  const missing = missingCharacters(svg);
  return {
    content: missing.length === 0 ? svg : figure({ ...request, notesReplacements: true }),
    missing,
  };
}
