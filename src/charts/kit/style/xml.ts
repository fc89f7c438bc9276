/**
 * Characters that change the direction of the text after them: they could make a name look like
 * another one.
 */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Removes the characters that XML 1.0 forbids and those that reorder text, so that a text of a
 * register can be drawn.
 */
export const xmlCharacters = (text: string): string =>
  [...text.replaceAll(turning, '')]
    .filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      return (
        code === 9 ||
        code === 10 ||
        code === 13 ||
        (code >= 0x20 && code < 0xd800) ||
        (code > 0xdfff && code !== 0xfffe && code !== 0xffff)
      );
    })
    .join('');

/** Text for an XML file: markup characters escaped, forbidden ones left out. */
export const xml = (text: string): string =>
  xmlCharacters(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
