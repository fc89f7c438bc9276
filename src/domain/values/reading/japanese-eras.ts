/** The year before the first year of each era: 令和3年 = 2018 + 3 = 2021. */
export const japaneseEras: Readonly<Record<string, number>> = {
  令和: 2018,
  r: 2018,
  平成: 1988,
  h: 1988,
  昭和: 1925,
  s: 1925,
};
