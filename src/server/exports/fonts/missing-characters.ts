import type { FigureRequest } from '#charts/static/render-figure.ts';
import { replacementMark } from '#charts/kit/style/fonts.ts';
import type { DrawResult } from '#server/core/deps.ts';
import { readCoverage, listFaces } from './fonts.ts';

/** Whether a character has no glyph: controls and format characters. */
export const drawsNothing = (character: string): boolean =>
  /[\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(character);

const hasFont = (character: string): boolean =>
  drawsNothing(character) ||
  listFaces('en', false).some((face) => readCoverage(face).has(character.codePointAt(0) ?? 0));

/** A run of characters that fonts have, or of characters that none has. */
interface CharacterRun {
  /** The text to draw. It holds a mark for each character that no font has. */
  readonly text: string;
  /** The original characters, if `text` holds marks. */
  readonly original?: string;
}

/**
 * Composes letters with marks, and parts of Hangul syllables, if Unicode has one character for
 * them. Han characters stay unchanged, since variants of a name differ.
 */
const compose = (text: string): string =>
  text.replaceAll(/\P{M}\p{M}+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?/gu, (cluster) =>
    /^\p{Script=Han}/u.test(cluster) ? cluster : cluster.normalize('NFC'),
  );

/**
 * Splits a text into runs that fonts can draw and runs of marks for characters that no font has.
 *
 * @returns the runs in order; a combining sign, such as a Thai vowel, shares the mark of its letter
 */
export function characterRuns(text: string): readonly CharacterRun[] {
  const runs: { text: string; original?: string }[] = [];
  for (const character of compose(text)) {
    const last = runs.at(-1);
    const isReplacement = last?.original !== undefined;
    if (
      isReplacement &&
      (drawsNothing(character) || (/\p{M}/u.test(character) && !hasFont(character)))
    )
      last.original += character;
    else if (hasFont(character)) {
      if (last === undefined || isReplacement) runs.push({ text: character });
      else last.text += character;
    } else if (isReplacement) {
      last.text += replacementMark;
      last.original += character;
    } else runs.push({ text: replacementMark, original: character });
  }
  return runs;
}

const texts = /(<text[^>]*>)([^<]*)(?=<\/text>)/g;

/** @returns the characters in the texts of an SVG that no font has, each once, by code point */
export function missingCharacters(svg: string): readonly string[] {
  const drawnTexts = new Set(
    [...svg.matchAll(texts)].flatMap(([, , text = '']) => [...new Set(compose(text))]),
  );
  return [...drawnTexts]
    .filter((character) => !hasFont(character))
    .sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
}

/**
 * Replaces each character that no font has with a visible mark in the texts of an SVG. Titles and
 * descriptions keep the characters.
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
 * Draws a figure. A figure with characters that no font has is drawn again with a note.
 *
 * @returns the SVG with all its original characters, and those that no font has
 */
export function drawFigure(
  figure: (request: FigureRequest) => string,
  request: FigureRequest,
): DrawResult<string> {
  const svg = figure(request);
  const missing = missingCharacters(svg);
  return {
    content: missing.length === 0 ? svg : figure({ ...request, notesReplacements: true }),
    missing,
  };
}
