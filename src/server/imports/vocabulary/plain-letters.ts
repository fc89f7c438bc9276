/**
 * Converts to lower case and removes the accents of Latin and Greek letters. Other scripts stay.
 */
export const toPlainLetters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(
      /[đłıøæ]/g,
      (letter) => ({ đ: 'd', ł: 'l', ı: 'i', ø: 'o', æ: 'ae' })[letter] ?? letter,
    );
