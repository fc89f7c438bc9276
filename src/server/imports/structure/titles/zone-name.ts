/** Words of a title that are no part of the name of a place. */
const listWords =
  'Projects?|Registr(?:y|ies)|Registers?|Investments?|Investors?|Compan(?:y|ies)|List|Pipeline|Reports?|Data|Status|Overview|Ledger|Tracker|Master|Phase|Update|January|February|March|April|May|June|July|August|September|October|November|December|Lista|Rejestr|Projekty|Inwestycje|Elenco|Registro|Progetti|Proyectos|Projets|Projekte|Liste|Seznam';
const place = String.raw`(?: (?!(?:${listWords})\b)[\p{Lu}][\p{L}\d'-]*)`;
/** A kind of zone with its place after it: Euro-Park Mielec, Science Park Graz. */
const kindBeforePlace = new RegExp(
  String.raw`(?<!\p{Lu}[\p{L}\d'&-]* )(?:[\p{Lu}][\p{L}\d]*-(?:Park|Zone|Port)${place}{0,3}|(?:(?:Euro|Eco|Agro|Tech|Techno|Science|Technology|Industrial|Business|Logistics|Innovation) Park|Freeport)${place}{1,3})`,
  'u',
);
/** Names of zones by language: a name with a word for zones. */
const patterns: readonly RegExp[] = [
  /[\p{Script=Han}A-Za-z0-9·（）()]{2,20}?(?:经济技术开发区|经济开发区|开发区|高新技术产业园|高新区|示范区|保税区|合作区|产业园区|产业园|工业园区|工业园|工业区|科技园|园区|新区|特区|自贸区|園區|工業區|開發區)/u,
  /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー0-9]{1,16}?(?:工業団地|産業団地|団地|工業基地|工業地帯|研究都市|学園都市|特区|臨海地区|地区|サイエンスパーク|テクノパーク|パーク|ゾーン)/u,
  /[\p{Script=Hangul}0-9]+(?: [\p{Script=Hangul}0-9]+){0,3}? ?(?:국가산업단지|산업단지|경제자유구역|자유무역지역|특구|단지)/u,
  /(?:Khu (?:công nghiệp|kinh tế|công nghệ cao)|KCN|KKT) [\p{Lu}\d][\p{L}\d-]*(?: [\p{Lu}\d][\p{L}\d-]*){0,4}/u,
  /(?:ОЭЗ|СЭЗ|Особая экономическая зона|Специальная экономическая зона|Индустриальный парк|Промышленная зона|ТОР|ТОСЭР) (?:«[^«»]{2,60}»|[«"]?[\p{Lu}\d][\p{L}\d-]*(?: [\p{Lu}\d][\p{L}\d-]*){0,4}[»"]?)/u,
  /(?:Zone (?:[Ii]ndustrielle|[Ff]ranche|d'[Aa]ctivités|[Éé]conomique [Ss]péciale)|Parc (?:[Ii]ndustriel|d'[Aa]ctivités)|Zona (?:[Ff]ranca|[Ii]ndustriale?|[Ee]conómica [Ee]special)|Parque (?:[Ii]ndustrial|[Tt]ecnológico|[Ee]mpresarial)|Polígono [Ii]ndustrial|Gewerbegebiet|Gewerbepark|Industriepark|Chemiepark|Technologiepark)(?: (?:de|du|des|della|di|do|da|del|la|le|des|d'))* [\p{Lu}\d][\p{L}\d'-]*(?:[ -][\p{Lu}\d][\p{L}\d'-]*| (?:(?:de|du|des|do|da|dos|das|del|della|di) (?:la |l['’])?|(?:d|l|dell)['’])\p{Lu}[\p{L}\d'-]*){0,4}/u,
  /(?:[\p{Lu}][\p{L}-]+ )?Specjalna Strefa Ekonomiczna(?: [„"«]?[\p{Lu}][\p{L}-]+[”"»]?)*/u,
  kindBeforePlace,
  /[\p{Lu}][\p{L}\d'&-]*(?: (?:of |and )?[\p{Lu}\d][\p{L}\d'&-]*){0,5} (?:Special Economic Zone|Economic Zone|Investment Zone|Enterprise Zone|Free Zone|[Ii]ndustrial (?:[Zz]one|[Pp]ark|[Ee]state|[Aa]rea)|Science Park|Technology Park|Business Park|Freeport|SEZ|EPZ|FTZ|Zone|Park|Estate)\b/u,
];

/**
 * Finds the name of the zone in a line above the table, such as 滨海开发区重点项目一览表 or Harbour Free Zone:
 * register of projects.
 * @returns undefined if no line names a zone
 */
export function findZoneName(titles: readonly string[]): string | undefined {
  for (const title of titles.slice(0, 6)) {
    const text = title.normalize('NFKC').replace(/^(?:20\d\d|令和\d+)\s*(?:年度?|-|–)?\s*/, '');
    for (const pattern of patterns) {
      const name = pattern.exec(text)?.[0].trim();
      if (name !== undefined && name.length <= 80) return name;
    }
  }
  return undefined;
}
