import type { Language } from './language.ts';
import type { Qualifier } from './money.ts';
import { type Terms, words } from './term.ts';

/**
 * Units by id, as headings of columns and axes name them. Money is in format.ts, by its currency.
 */
export const unitTerms: Terms = {
  companies: words('家', '社', 'companies'),
  jobs: words('人', '人', 'jobs'),
  projects: words('个', '件', 'projects'),
  items: words('项', '項目', 'items'),
  institutions: words('家', '機関', 'institutions'),
  local_governments: words('家', '自治体', 'local governments'),
  km2: words('平方公里', 'km²', 'km²'),
  mu: words('亩', 'ムー', 'mu'),
  m2: words('㎡', '㎡', 'm²'),
  percent: words('%', '%', '%'),
  points: words('个百分点', 'ポイント', 'percentage points'),
  months: words('个月', 'か月', 'months'),
  days: words('天', '日', 'days'),
  toe_per_million: words(
    '吨油当量/百万产值',
    '石油換算トン/生産額100万',
    'toe per million of output',
  ),
  tce_per_10k: words('吨标准煤/万元', '標準炭トン/万元', 'tce per CN¥10,000'),
};

/** The English singular of a unit; the other languages have no plural. */
export const unitSingular: Readonly<Record<string, string>> = {
  companies: 'company',
  jobs: 'job',
  projects: 'project',
  items: 'item',
  institutions: 'institution',
  local_governments: 'local government',
  points: 'percentage point',
  months: 'month',
  days: 'day',
};

/** The words around a number that a share is just under. */
export const underWords: Readonly<Record<Language, readonly [before: string, after: string]>> = {
  'zh-CN': ['不到', ''],
  ja: ['', '未満'],
  en: ['under ', ''],
};

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
/** Whether the word of a qualifier follows the number: in Japanese, every word but 約. */
export const followsNumber = (qualifier: Qualifier, language: Language): boolean =>
  language === 'ja' && qualifier !== 'about';
