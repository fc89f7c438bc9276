import { mistakenEncodings, type MistakenEncoding } from './mojibake.ts';

/** Encodings of text files, by their names in the web standard. */
const plainEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'koi8-r',
  'koi8-u',
  'iso-8859-2',
  'iso-8859-3',
  'iso-8859-4',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
  'iso-8859-8',
  'iso-8859-10',
  'iso-8859-13',
  'iso-8859-14',
  'iso-8859-15',
  'iso-8859-16',
  'macintosh',
  'x-mac-cyrillic',
  'ibm866',
] as const;
/**
 * Names for UTF-8 text that was misread in another encoding and saved as UTF-8 again. Reading
 * repairs it.
 */
const mendedEncodings = mistakenEncodings.map((mistake) => `utf-8+${mistake}` as const);
export type Encoding = (typeof plainEncodings)[number] | `utf-8+${MistakenEncoding}`;
export const encodings: readonly Encoding[] = [...plainEncodings, ...mendedEncodings];

/**
 * Finds the encoding in which the text was misread.
 * @returns undefined if there is nothing to repair
 */
export const parseMistake = (encoding: string): MistakenEncoding | undefined =>
  mistakenEncodings.find((mistake) => encoding === `utf-8+${mistake}`);
