import { expect, it } from 'vitest';
import { findZoneName } from '#server/imports/structure/titles/zone-name.ts';
import { findZoneInTitle } from '#server/imports/structure/titles/zone-in-title.ts';

it.each([
  ['滨海经济开发区重点项目一览表', '滨海经济开发区'],
  ['2026年滨海高新区招商项目台账', '滨海高新区'],
  ['北浜工業団地 立地案件一覧（令和8年10月末）', '北浜工業団地'],
  ['송도 국가산업단지 투자유치 현황', '송도 국가산업단지'],
  ['Danh mục dự án Khu công nghiệp Bắc Sông năm 2026', 'Khu công nghiệp Bắc Sông'],
  // seen to fail: the name ended at its dash
  ['DANH MỤC DỰ ÁN – KCN Yên Phong II-C', 'KCN Yên Phong II-C'],
  ['Реестр проектов ОЭЗ «Заречье» на 2026 год', 'ОЭЗ «Заречье»'],
  // seen to fail: the name ended at the dash within its quotes
  ['СЭЗ «Хоргос — Восточные ворота». Реестр проектов', 'СЭЗ «Хоргос — Восточные ворота»'],
  ['Harbour Free Zone: register of projects', 'Harbour Free Zone'],
  ['Projects of the North Bay Industrial Park, 2026', 'North Bay Industrial Park'],
  ["Zone d'activités de Brume-sur-Mer : suivi des projets", "Zone d'activités de Brume-sur-Mer"],
  ['Registro de proyectos, Zona Franca de Costa Azul', 'Zona Franca de Costa Azul'],
  // seen to fail: the place after the kind of zone was lost
  ['Euro-Park Mielec – lista inwestorów', 'Euro-Park Mielec'],
  ['Euro-Park Mielec Rejestr inwestycji 2026', 'Euro-Park Mielec'],
  ['Projects of Science Park Graz, 2026', 'Science Park Graz'],
  ['Riverside Business Park Investors', 'Riverside Business Park'],
  ['Euro-Park Projects', 'Euro-Park'],
  ['Register of projects', undefined],
  ['重点项目一览表', undefined],
])('%s names %s', (title, name) => expect(findZoneName([title])).toBe(name));
it.each([
  ['LEKKI FREE ZONE AUTHORITY', 'LEKKI FREE ZONE'],
  ['Konza Special Economic Zones Development Authority', 'Konza Special Economic Zones'],
  ['滨海新区管理委员会', '滨海新区'],
  ['青洲管委会', '青洲'],
  ['Autoridad de la Zona Libre Colonia', 'Zona Libre Colonia'],
  // no word for zones remains
  ['Harbour Authority', 'Harbour Authority'],
])('%s is the office of %s', (title, zone) => expect(findZoneInTitle([title])).toBe(zone));
it('a name with a word for zones wins over the rest of a title', () => {
  expect(findZoneInTitle(['Harbour Free Zone: ledger kept by the agency', 'Figures in EUR'])).toBe(
    'Harbour Free Zone',
  );
});
