const units: ReadonlySet<string> = new Set(
  [
    'w kw mw gw mwp wh kwh mwh gwh twh mva kv gj tj toe tce ktce g kg t kt mt tonne tonnes ton tons',
    'm km m2 km2 m3 sqm l ha hectare hectares acre acres mu h hour hours day days month months year',
    'years % percent points index 千瓦 万千瓦 兆瓦 千瓦时 万千瓦时 亿千瓦时 度 公斤 吨 万吨 吨标准煤 万吨标准煤',
    '米 公里 千米 平方米 万平方米 平方公里 立方米 公顷 亩 畝 小时 天 月 年 キロワット メガワット トン 万トン メートル',
    'キロメートル 平方メートル 平方キロメートル 立方メートル ヘクタール 坪 時間 日 か月',
  ].flatMap((line) => line.split(' ')),
);

/**
 * Whether a unit in words of a zone measures power, energy, mass, length, area, volume, time or a
 * ratio, as MW, 万吨 or jobs/ha, so that its values may have decimals.
 */
export const isMeasured = (unit: string): boolean => {
  const name = unit.normalize('NFKC').trim().toLowerCase();
  return units.has(name) || /\/|\bper\b|每|毎/.test(name);
};
