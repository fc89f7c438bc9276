import type { Language } from '#domain/values/language.ts';
import { coverageOf, facesOf } from './fonts.ts';
import { characterRuns, drawsNothing } from './missing-characters.ts';

/** Characters of one face in a row. */
export interface FaceRun {
  /** The face's file. */
  readonly face: string;
  readonly text: string;
  /** What stands in the data, where `text` is marks in place of characters that no font has. */
  readonly original?: string;
}

/**
 * Characters that faces have, in runs of one face each: the reader's own first, the others for what
 * it lacks.
 */
function runsOf(text: string, faces: readonly string[]): readonly FaceRun[] {
  const runs: { face: string; text: string }[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (drawsNothing(character)) continue;
    const last = runs.at(-1);
    // a mark that joins the letter before it stays with it
    const joined =
      last !== undefined && /\p{M}/u.test(character) && coverageOf(last.face).has(code)
        ? last.face
        : undefined;
    const face = joined ?? faces.find((file) => coverageOf(file).has(code));
    if (face === undefined)
      throw new Error(`No face draws U+${code.toString(16)}, which has no mark in its place.`);
    if (last?.face === face) last.text += character;
    else runs.push({ face, text: character });
  }
  return runs;
}

/** A text in runs of one face each, with a mark in place of each character that no font has. */
export const faceRuns = (text: string, language: Language, bold: boolean): readonly FaceRun[] =>
  characterRuns(text).flatMap(({ text: drawn, original }) =>
    runsOf(drawn, facesOf(language, bold)).map((run) =>
      original === undefined ? run : { ...run, original },
    ),
  );
