import type { MissingReason } from '#domain/data-status.ts';
import type { Currency, Qualifier } from '#domain/money.ts';

/** Words that name a currency, as sources write them; the longest that fits is taken. `''`: money of a currency that the word leaves open. */
export const currencyWords: Readonly<Record<string, Currency | ''>> = {
  人民币元: 'CNY', 人民币: 'CNY', 人民幣: 'CNY', 中国元: 'CNY', 元: 'CNY', rmb: 'CNY', renminbi: 'CNY', yuan: 'CNY', 'cn¥': 'CNY',
  日元: 'JPY', 日圆: 'JPY', 円: 'JPY', yen: 'JPY', 'jp¥': 'JPY',
  美元: 'USD', 美金: 'USD', 米ドル: 'USD', usドル: 'USD', us$: 'USD', $us: 'USD', 'u.s.$': 'USD', usdollars: 'USD', usdollar: 'USD', dólaresestadounidenses: 'USD',
  欧元: 'EUR', ユーロ: 'EUR', euros: 'EUR', euro: 'EUR', '€': 'EUR',
  港元: 'HKD', 港币: 'HKD', 香港ドル: 'HKD', hk$: 'HKD', 英镑: 'GBP', ポンド: 'GBP', '£': 'GBP', 韩元: 'KRW', ウォン: 'KRW', '₩': 'KRW', ar$: 'ARS', mx$: 'MXN',
  $: '', '¥': '', ドル: '', dollars: '', dollar: '', dólares: '', pesos: '', peso: '',
};

/** Codes that count as a unit when a source writes them (ISO 4217, the currencies of investors' home countries). */
export const currencyCodes = 'AED ARS AUD BRL CAD CHF CLP CNY COP CZK DKK EUR GBP HKD HUF IDR ILS INR JPY KRW KWD MXN MYR NOK NZD PEN PHP PLN RUB SAR SEK SGD THB TRY TWD USD VND ZAR'.split(' ');

/** Words that multiply, by power of ten; several in a row multiply on: 千万 is 7, `100 million` is 8. */
export const multiplierWords: Readonly<Record<string, number>> = {
  百: 2, 千: 3, 万: 4, 萬: 4, 亿: 8, 億: 8, 兆: 12,
  "'000s": 3, "'000": 3, thousands: 3, thousand: 3, miles: 3, mil: 3, tsd: 3, k: 3,
  millions: 6, million: 6, millones: 6, millón: 6, milioni: 6, mdp: 6, mill: 6, mln: 6, mio: 6, mn: 6, m: 6,
  billions: 9, billion: 9, bln: 9, mrd: 9, bn: 9, trillion: 12, tn: 12,
};

/** Words before a number. */
export const qualifiersBefore: readonly (readonly [string, Qualifier])[] = [
  ['大约', 'about'], ['约', 'about'], ['約', 'about'], ['approximately', 'about'], ['approx.', 'about'], ['approx', 'about'], ['about', 'about'], ['around', 'about'], ['circa', 'about'], ['ca.', 'about'], ['~', 'about'], ['≈', 'about'],
  ['将近', 'nearly'], ['接近', 'nearly'], ['近', 'nearly'], ['nearly', 'nearly'], ['almost', 'nearly'],
  ['超过', 'over'], ['超過', 'over'], ['超', 'over'], ['逾', 'over'], ['more than', 'over'], ['over', 'over'], ['above', 'over'],
  ['不低于', 'at_least'], ['不少于', 'at_least'], ['至少', 'at_least'], ['at least', 'at_least'], ['>=', 'at_least'], ['≥', 'at_least'], ['>', 'over'],
];

/** Words after a number or its unit. 弱 is slightly less, 強 slightly more. */
export const qualifiersAfter: readonly (readonly [string, Qualifier])[] = [
  ['左右', 'about'], ['程度', 'about'], ['前後', 'about'], ['ほど', 'about'],
  ['以上', 'at_least'], ['or more', 'at_least'],
  ['を超える', 'over'], ['余り', 'over'], ['あまり', 'over'], ['超', 'over'], ['余', 'over'], ['餘', 'over'], ['多', 'over'], ['强', 'over'], ['強', 'over'], ['+', 'over'],
  ['近く', 'nearly'], ['弱', 'nearly'],
];

/** What stands in a cell that has no value. */
export const missingWords: Readonly<Record<MissingReason, readonly string[]>> = {
  not_reported: ['', '-', '--', '—', '——', '–', '―', 'ー', '…', '...', '……', '暂无', '暫無', '待定', '未定', '待补', '待报', '未报', '未报送', '不详', '不明', '未報告', '調整中', '検討中', 'tbd', 'tba', 'tbc', 'pending', 'unknown', 'not reported', 'null', '#n/a', 'sin dato', 's/d'],
  not_disclosed: ['面议', '面議', '保密', '未披露', '不公开', '未公开', '未公布', '未公開', '非公表', '非公開', '非開示', '未公表', 'confidential', 'undisclosed', 'not disclosed', 'not published', 'withheld'],
  not_applicable: ['无', '無', 'なし', '/', '不适用', '該当なし', '対象外', 'n/a', 'n.a.', 'na', 'not applicable', 'none', 'no aplica'],
  not_yet_due: ['未到期', '尚未到期', '未到来', 'not yet due'],
};
