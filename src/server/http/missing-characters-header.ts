const mostListed = 50;

/**
 * Makes the header that lists the characters of a drawing that no font has.
 * @returns the first 50 characters, as `U+0E01 U+0E02`; no header if there are none
 */
export const makeMissingHeader = (missing: readonly string[]): Readonly<Record<string, string>> =>
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
