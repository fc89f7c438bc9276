import { withoutExtensions } from '#domain/projects/extension.ts';
import type { DoubtInput, DoubtProject, DoubtRow } from './doubt.ts';
import { groupByKey, projectSubject } from './subject.ts';

/** Headers of columns that name a plot or an address, Latin ones without accents. */
const siteHeader =
  /(地块|宗地|地址|选址|用地位置|项目位置|建设地点|所在地|地番|用地番号|plot|parcel|address|\bsite\b|direccion|indirizzo|particella|adresse|flurstuck|grundstuck|endereco|\badres\b|dzialk|helyrajzi|\btelek|\balamat\b|주소|지번|필지)/u;
const foldHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC');
/** Cells that name no site. */
const noSite = /^(待定|未定|无|暂无|－|-|—|n\/?a|tbd|none|未選定|検討中)$/iu;
const shortestSite = 2;

const readSite = ({ extra = {}, site_mode }: DoubtProject): string | undefined => {
  // leased floors and offices share one building
  if (site_mode === 'office' || site_mode === 'lease') return undefined;
  const header = Object.keys(extra).find((one) => siteHeader.test(foldHeader(one)));
  const text = (header === undefined ? undefined : extra[header])?.normalize('NFKC').trim();
  return text === undefined || text.length < shortestSite || noSite.test(text) ? undefined : text;
};

/** Finds projects that name the same plot or address in a column of the file, offices left out. */
export const findSharedSites = ({ projects }: DoubtInput): DoubtRow[] =>
  [
    ...groupByKey(projects, (project) => readSite(project)?.toLowerCase().replace(/\s/gu, '')),
  ].flatMap(([, all]) => {
    const group = withoutExtensions(all);
    const [first] = group;
    const text = first === undefined ? undefined : readSite(first);
    return group.length < 2 || text === undefined
      ? []
      : [{ subjects: group.map(projectSubject), facts: [{ name: 'site' as const, text }] }];
  });
