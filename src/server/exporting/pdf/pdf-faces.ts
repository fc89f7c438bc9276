import type { Language } from '#domain/language.ts';
import { coverageOf, drawsNothing, facesOf, MissingGlyph } from '#server/exporting/fonts.ts';

/** Characters of one face in a row. */
export interface FaceRun {
  /** The face's file. */
  readonly face: string;
  readonly text: string;
}

/** A text in runs of one face each: the reader's own first, the other one for what it lacks. A character of neither fails by name. */
export function faceRuns(text: string, language: Language, bold: boolean): readonly FaceRun[] {
  const faces = facesOf(language, bold);
  const runs: { face: string; text: string }[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (drawsNothing(character)) continue;
    const last = runs.at(-1);
    // a mark that joins the letter before it stays with it
    const joined = last !== undefined && /\p{M}/u.test(character) && coverageOf(last.face).has(code) ? last.face : undefined;
    const face = joined ?? faces.find((file) => coverageOf(file).has(code));
    if (face === undefined) throw new MissingGlyph(character);
    if (last?.face === face) last.text += character;
    else runs.push({ face, text: character });
  }
  return runs;
}
