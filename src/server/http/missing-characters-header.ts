const mostListed = 50;

/**
 * The header of an answer in which marks stand in place of characters that no font has.
 * @returns The first 50 of the characters as `U+0E01 U+0E02`; no header without any.
 */
export const missingHeader = (missing: readonly string[]): Readonly<Record<string, string>> =>
  missing.length === 0
    ? {}
    : {
        'headway-missing-characters': missing
          .slice(0, mostListed)
          .map(
            (character) =>
              `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
          )
          .join(' '),
      };
