import { withoutExtensions } from '#domain/projects/extension.ts';
import { makeComparison, type Comparison } from './comparison.ts';
import type { DoubtProject } from './doubt.ts';
import { HashGroups, hashTwice } from './hash-groups.ts';
import { projectSubject, toNamedProject } from './subject.ts';

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

const mostHeaders = 1000;
const knownHeaders = new Map<string, boolean>();
/** Whether a header names a site. Registers repeat a few headers in every project. */
function isSiteHeader(header: string): boolean {
  const isKnownSite = knownHeaders.get(header);
  if (isKnownSite !== undefined) return isKnownSite;
  const isSite = siteHeader.test(foldHeader(header));
  if (knownHeaders.size < mostHeaders) knownHeaders.set(header, isSite);
  return isSite;
}

/** The text that names the site of a project. @returns undefined if no column names one */
function readSite({ extra = {}, site_mode }: DoubtProject): string | undefined {
  // leased floors and offices share one building
  if (site_mode === 'office' || site_mode === 'lease') return undefined;
  const header = Object.keys(extra).find(isSiteHeader);
  const text = (header === undefined ? undefined : extra[header])?.normalize('NFKC').trim();
  return text === undefined || text.length < shortestSite || noSite.test(text) ? undefined : text;
}
const toKey = (site: string): string => site.toLowerCase().replace(/\s/gu, '');

/** Finds projects that name the same plot or address in a column of the file, offices left out. */
export function findSharedSites(): Comparison {
  const groups = new HashGroups();
  return makeComparison({
    rule: 'shared_site',
    add(project, position) {
      const site = readSite(project);
      if (site !== undefined) groups.add(position, hashTwice(toKey(site)));
    },
    list: () => groups.list(),
    toMember: (project) => ({ ...toNamedProject(project), site: readSite(project) ?? '' }),
    toRows: (members) =>
      [...Map.groupBy(members, ({ site }) => toKey(site)).values()].flatMap((all) => {
        const group = withoutExtensions(all);
        const [first] = group;
        return first === undefined || group.length < 2
          ? []
          : [{ subjects: group.map(projectSubject), facts: [{ name: 'site', text: first.site }] }];
      }),
  });
}
