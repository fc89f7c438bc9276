import { type Terms, words } from '#domain/values/term.ts';

/** Code (JIS X 0401), kanji, simplified Chinese where it differs, and romanised name. */
const rows =
  '01 北海道 北海道 Hokkaido|02 青森県 青森县 Aomori|03 岩手県 岩手县 Iwate|04 宮城県 宫城县 Miyagi|05 秋田県 秋田县 Akita|06 山形県 山形县 Yamagata|07 福島県 福岛县 Fukushima|' +
  '08 茨城県 茨城县 Ibaraki|09 栃木県 栃木县 Tochigi|10 群馬県 群马县 Gunma|11 埼玉県 埼玉县 Saitama|12 千葉県 千叶县 Chiba|13 東京都 东京都 Tokyo|14 神奈川県 神奈川县 Kanagawa|' +
  '15 新潟県 新潟县 Niigata|16 富山県 富山县 Toyama|17 石川県 石川县 Ishikawa|18 福井県 福井县 Fukui|19 山梨県 山梨县 Yamanashi|20 長野県 长野县 Nagano|21 岐阜県 岐阜县 Gifu|' +
  '22 静岡県 静冈县 Shizuoka|23 愛知県 爱知县 Aichi|24 三重県 三重县 Mie|25 滋賀県 滋贺县 Shiga|26 京都府 京都府 Kyoto|27 大阪府 大阪府 Osaka|28 兵庫県 兵库县 Hyogo|' +
  '29 奈良県 奈良县 Nara|30 和歌山県 和歌山县 Wakayama|31 鳥取県 鸟取县 Tottori|32 島根県 岛根县 Shimane|33 岡山県 冈山县 Okayama|34 広島県 广岛县 Hiroshima|35 山口県 山口县 Yamaguchi|' +
  '36 徳島県 德岛县 Tokushima|37 香川県 香川县 Kagawa|38 愛媛県 爱媛县 Ehime|39 高知県 高知县 Kochi|40 福岡県 福冈县 Fukuoka|41 佐賀県 佐贺县 Saga|42 長崎県 长崎县 Nagasaki|' +
  '43 熊本県 熊本县 Kumamoto|44 大分県 大分县 Oita|45 宮崎県 宫崎县 Miyazaki|46 鹿児島県 鹿儿岛县 Kagoshima|47 沖縄県 冲绳县 Okinawa';

/** The 47 prefectures of Japan by JIS X 0401 code, with its leading zero. */
export const prefectureTerms: Terms = Object.fromEntries(
  rows.split('|').map((row) => {
    const [code = '', ja = '', zh = '', en = ''] = row.split(' ');
    return [code, words(zh, ja, en)];
  }),
);
