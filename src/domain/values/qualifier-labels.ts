import type { Qualifier } from './money.ts';
import { type Terms, words } from './term.ts';

/**
 * The words of the qualifiers before or after a number: about, more than, a little less than, not
 * less than.
 */
export const qualifierTerms: Terms<Qualifier> = {
  about: words('约', '約', 'about'),
  over: words('超过', '超', 'over'),
  nearly: words('近', '近く', 'nearly'),
  at_least: words('不少于', '以上', 'at least'),
};
