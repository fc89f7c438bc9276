import { writeInLatin } from '#server/imports/vocabulary/latin-letters.ts';
import { toPlainLetters } from '#server/imports/vocabulary/plain-letters.ts';

/** A meaning that the words of a header hint at, if no synonym decides. */
export type Hint =
  | 'project'
  | 'project_itself'
  | 'name'
  | 'code'
  | 'investor'
  | 'place'
  | 'about'
  | 'stage'
  | 'amount'
  | 'total'
  | 'part'
  | 'never_money'
  | 'industry'
  | 'sector';

/**
 * Parts of header words by hint, without accents and in lower case: Latin, Greek, Cyrillic,
 * Chinese, Japanese, Korean, Vietnamese, Thai.
 */
const parts: Readonly<Record<Hint, RegExp>> = {
  project:
    /\b(?:proj|proy|proiect|prog+et|operati|operac|operaz|opera\b|vorhaben|massnahme|intervent|scheme|undertaking|empreend|hanke|prosjekt|iniziativ)|εργου|проект|инициатив[аы]\b|du an|โครงการ|사업명|과제|案件|事業(?!者|費|主)|项目|工程|案名|件名|计划名称/,
  // Investor project and Projet de l'investisseur are projects, Project investor is none
  project_itself:
    /\b(?:project|projekt\w*|proje|proyek|scheme|undertaking|vorhaben)$|^(?:proyecto|projeto|projet|progetto|proiect) (?:de|do|da|di|du|des|del)\b/,
  name: /\b(?:name|nom\b|nombre|nome|naam|nam[en]s?\b|naziv|nazov|nazev|nazwa|nimi|navn|namn|titel|title|titul|titlu|tytul|titol|titre|pavadinim|megnevez|bezeichn|denomina|denumir|intitul|libelle|adi\b|nama)|projektn|projectn|τιτλο|ονομα|наимен|назван|명$|名|ชื่อ|\bten\b/,
  code: /\b(?:id|code|clave|codigo|codice(?!.*(?:ipa|comune|prov|reg))|cup|num(?:ero)?|nr|ref|expediente|folio|kod|sifra|cislo)\b|编号|番号|_cup$|registracni cislo|шифр|код\b|номер(?! тел)/,
  investor:
    /ejecutor|empresa|entreprise|societ|societ[aà]|unternehmen|firma|azienda|account|customer|기업|업체|企業|doanh nghiep|contratista|contractor|beneficiar|begunstigt|zuwendung|recipient|applicant|antragsteller|promot|develop|\bente\b|proponente|soggetto|titular|borrower|investor|inwestor|wnioskodaw|company|compan|bolag|virksomhed|bygherre|bedrijf|opdrachtgever|prijimatel|prijemce|zadatel|korisnik|kedvezmenyez|vykdytoj|инициатор|инвестор|заявител|заказчик|застройщик|yatirimci|φορεας|δικαιουχ|企业|投资(?:方|者|主体)|业主|业者|事業者|事業主体|廠商|厂商|发起|agency|organi[sz]ation|authority|penanggung|pemrakarsa|chu dau tu|ผู้ลงทุน/,
  place:
    /\b(?:location|address|adress|adresa|ort\b|town|city|ciudad|municip|comun|comune|gemeinde|plz|post|region|regio|county|province|provinc|district|distri|localidad|barrio|miestas|mesto|obec|kraj|adres|ada\b|parse[l]|parcel|plot\b|lieu|land\b|country|pais|pays|nuts|zone|zona\b|industrial (?:park|estate))|город|регион|область|адрес|所在|地址|住所|场所|地点/,
  about:
    /\b(?:summary|description|descri|beschreib|zusammenfass|resum|object|objeto|ziel\b|purpose|scope|note|comment|remark|poznam|popis|opis|apras|leiras|omschrijving|beskriv|department|ministry|narrative|website|url|link|date|datum|data\b|fecha|contact)|описан|примечан|περιγραφ|简介|内容|说明|概要|备注|備考/,
  stage:
    /\betap|estatus|estado|situac|situat|\bstat[oiu]|status|\bstage|\bstadi|phase|\bf[aá]s[ei]|\bfaza|avance|\bstav\b|\bstan\b|allapot|busena|durum|asama|\bposition\b|progress|tien do|tinh trang|κατασταση|стади|статус|состояни|этап|етап|стан (?:реал|про)|σταδι|φαση|موقف|حالة|مرحلة|وضع[يی]ت|סטטוס|שלב|阶段|状态|状況|段階|進捗|进度|进展|進度|단계|상태|현황|สถานะ/,
  amount:
    /import[eoi]|monto|presupuest|cost|kost|custo|coute?|budget|budzet|budjet|amount|montant|betrag|valor\b|\bvalue|valoare|vertes?\b|waarde|wartosc|\bwert|investi|\binwest|despes|depens|dispens|expend|ausgab|\bspend|spesa|vydav|vydaj|\bczv\b|\bcena|\bprice|trosk|troskov|osszeg|anl(?:ae|a)eg+ssum|anlaegs|kostnad|utgift|\bsumma|belopp|omkostning|capital|capex|\bfunding|outlay|\bfinanc(?!ial year)|\bamt\b|total_?amt|totalamt|kapital|bedel|tutar|maliyet|nilai|biaya|\bvon\b|kinh phi|στοιμ|προυπολογισμ|κοστος|ποσο|δαπαν|стоимост|сумм|бюджет|инвестици|вложени|사업비|투자(?!자|기업|사)|금액|มูลค่า|เงินลงทุน|งบประมาณ|投资(?!方|者|主体)|投資(?!者|企業|方)|金额|金額|[额額費]|资金/,
  total:
    /total|whole[- ]?life|gesamt|celk|\bczv\b|ukupn|osszes|teljes|samlet|overall|estimated|lifetime|calkowit|wartosc projekt|bendra|общ|итог|συνολ|toplam|\btong\b|总|総|總|총|รวม|presupuesto base/,
  part: /contribut|contribuc|grant\b|subsid|subvenc|subvent|\beu\b|\bue\b|union|co-?financ|cofinanc|kofinan|fonds|foerder|forder|dotac|dotat|paid|plac|pago|disburs|spent|to date|this year|annual|in-year|\bfy ?\d|\b20\d\d|varian|forecast|financial year|appropriat|previous year|eligible grant|support|podpor|ausgezahlt|versé|выплач|地方|上级|补助|補助|资本金/,
  never_money:
    /\bper\b|benefit|\brate\b|\bratio|%|percent|procent|prozent|postal|postcode|\bplz\b|\bzip\b|latitud|longitud|\blat\b|\blon|coord|phone|telefon|\btel\b|\bmovil|celular|mobile|\bfax\b|\barea\b|surface|superfic|flache|m2\b|\bha\b|hectare|jobs|employ|headcount|capacity|kapazit|\bmw\b|\bkm\b|\byear|jahr\b|annee|\bano\b|\brok\b|\bdate|datum|\bage\b|population|numero|number of|anzahl|телефон|индекс|широт|долгот|경도|위도|전화|우편|经度|纬度|緯度|経度|电话|手机|電話|郵便|面积|面積|人数|年份|年度|邮编|比例|率$|код/,
  industry:
    /sector|settore|\btipo\b|misura|rubro|categor|branche|industr(?!ial (?:park|estate|zone|area))|行业|产业|業種|分野|отрасл|odvetvi|sektor|branza/,
  sector:
    /sector|settore|branche|industr(?!ial (?:park|estate|zone|area))|行业|产业|業種|分野|отрасл|odvetvi|sektor|branza/,
};

/** Finds the hints in the words of a header, in Latin letters too. */
export function findHints(header: string): ReadonlySet<Hint> {
  const texts = [header, writeInLatin(header) ?? header].map((text) =>
    toPlainLetters(text).replace(/[_\s]+/g, ' '),
  );
  return new Set(
    (Object.keys(parts) as Hint[]).filter((hint) => texts.some((text) => parts[hint].test(text))),
  );
}
