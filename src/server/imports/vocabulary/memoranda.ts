import { toPlainLetters } from './plain-letters.ts';

/** Parts of words, without accents, for agreements that bind nobody. */
export const memoranda =
  /\bmou\b|memorand|letters? of intent|\bloi\b|carta de intenc|lettre d'intention|absichtserklarung|меморандум|备忘录|備忘錄|意向|框架|覚書|基本合意|양해각서|mou(?=체결)/;

/** Whether a header names an agreement that binds nobody, such as a memorandum. */
export const namesMemorandum = (header: string): boolean => memoranda.test(toPlainLetters(header));
