import type { Language } from '#domain/values/language.ts';
import { readCoverage, listFaces } from './fonts.ts';
import { characterRuns, drawsNothing } from './missing-characters.ts';

/** A run of characters that one font face draws. */
export interface FaceRun {
  /** The path of the font file. */
  readonly face: string;
  readonly text: string;
  /** The original characters, if `text` has marks in place of characters that no font has. */
  readonly original?: string;
}

/**
 * Splits text into runs of one face each. The face of the reader's language comes first. The others
 * draw characters that it lacks.
 */
function splitRuns(text: string, faces: readonly string[]): readonly FaceRun[] {
  const runs: { face: string; text: string }[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (drawsNothing(character)) continue;
    const last = runs.at(-1);
    // A combining mark stays with the letter before it.
    const isJoined =
      last !== undefined && /\p{M}/u.test(character) && readCoverage(last.face).has(code)
        ? last.face
        : undefined;
    const face = isJoined ?? faces.find((file) => readCoverage(file).has(code));
    if (face === undefined)
      throw new Error(`No face draws U+${code.toString(16)}, which has no mark in its place.`);
    if (last?.face === face) last.text += character;
    else runs.push({ face, text: character });
  }
  return runs;
}

/** Splits text into runs of one face each. A mark replaces each character that no font has. */
export const faceRuns = (text: string, language: Language, bold: boolean): readonly FaceRun[] =>
  characterRuns(text).flatMap(({ text: shownText, original }) =>
    splitRuns(shownText, listFaces(language, bold)).map((run) =>
      original === undefined ? run : { ...run, original },
    ),
  );
