import { type Terms, words } from '#domain/values/term.ts';

/** The built-in industries. A name in the settings of a zone replaces the name here. */
export const industryTerms: Terms<'eco' | 'material' | 'energy' | 'bio' | 'ict' | 'services'> = {
  eco: words('节能环保', '省エネ・環境保護', 'Energy conservation and environmental protection'),
  material: words('材料科学', '材料科学', 'Material science'),
  energy: words('能源技术', 'エネルギー技術', 'Energy technology'),
  bio: words('生物工程', 'バイオエンジニアリング', 'Bioengineering'),
  ict: words('信息通信技术', '情報通信技術（ICT）', 'Information and communication technology'),
  services: words('现代服务业', '現代サービス業', 'Modern services'),
};

/** Short forms of the industries, for keys and narrow columns. */
export const industryShortTerms: typeof industryTerms = {
  eco: words('节能环保', '省エネ・環境', 'Energy saving'),
  material: words('材料', '材料', 'Materials'),
  energy: words('能源', 'エネルギー', 'Energy'),
  bio: words('生物', 'バイオ', 'Bio'),
  ict: words('信息通信', 'ICT', 'ICT'),
  services: words('服务业', 'サービス', 'Services'),
};

type BuiltInIndustry = keyof typeof industryTerms;
const builtInIndustries = Object.keys(industryTerms) as BuiltInIndustry[];
/** Words that add nothing to the name of an industry. */
const generalWords = /(?:产业|行业|领域|産業|分野|関連|[ _-](?:industry|industries|sector))$/;
const plain = (word: string): string =>
  word.normalize('NFKC').trim().toLowerCase().replaceAll('&', 'and').replace(generalWords, '');

/**
 * Finds the built-in industry that a word names: by its id, its name or its short form in any
 * language, with or without a general word, as 节能环保产业.
 * @returns undefined for an unknown word
 */
export const findBuiltInIndustry = (word: string): BuiltInIndustry | undefined =>
  builtInIndustries.find((id) =>
    [id, ...Object.values(industryTerms[id]), ...Object.values(industryShortTerms[id])].some(
      (name) => plain(name) === plain(word),
    ),
  );
