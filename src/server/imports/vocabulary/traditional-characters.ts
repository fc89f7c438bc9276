/** Traditional characters in registers, each with its simplified form. */
const traditional =
  '項项專专總总額额資资產产業业開开積积時时間间編编號号國国類类營营運运實实際际劃划計计單单聯联繫系備备註注說说領领導导責责題题狀状態态階阶協协議议簽签約约辦办準准證证區区塊块設设會会員员從从預预簡简稱称東东島岛廠厂層层購购進进築筑種种屬属達达圖图園园廣广經经濟济機机構构統统稅税術术動动興兴畫画談谈諒谅錄录點点觸触暫暂緩缓終终選选擬拟審审訂订啟启關关閉闭轉转試试驗验覽览職职創创來来';
const simplifiedOf = new Map(
  Array.from({ length: traditional.length / 2 }, (_, i) => [
    traditional.charAt(2 * i),
    traditional.charAt(2 * i + 1),
  ]),
);

/** Replaces traditional characters by simplified ones. */
export const simplify = (text: string): string =>
  [...text].map((c) => simplifiedOf.get(c) ?? c).join('');
