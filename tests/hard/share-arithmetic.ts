// Seen to fail: with 2 in place of fewestOf(profile) in strip-amounts.ts, list-amounts.ts or bridge-amounts.ts, and, within a hundred rounds, without `elsewhere` in the last two.
import type { LinkView } from '#contract/links.ts';
import { canBeFound } from '#domain/redaction/oracle.fixture.ts';
import { fewestOf, type RedactionProfile } from '#domain/redaction/profile.ts';
import { ownZone } from '#server/store/own-zone.ts';
import { putProjects } from '#server/store/put-projects.ts';
import { writeRevision } from '#server/store/revisions.ts';
import { draft, maker, type LinkApi } from '../setup/links.ts';
import {
  days,
  digitProfile,
  digitRecord,
  digitRegister,
  emptyRecord,
  membersOf,
  moneyIn,
  unknownsOf,
  type DigitProject,
} from './digit-register.ts';
import { randomFrom } from './tamper.ts';

const by = { author: 'a', kind: 'import', reason: 'x', origin: 'own' } as const;
const twoDays = { as_of: days.to, compare: days.from } as const;
const views = {
  overview: { page: 'overview', ...twoDays },
  pipeline: { page: 'pipeline', ...twoDays },
  changes: { page: 'changes', ...twoDays },
  whole: { page: 'projects', as_of: days.to },
  eco: { page: 'projects', as_of: days.to, filters: { industry: ['eco'] } },
  later: { page: 'projects', as_of: days.to, filters: { stage: ['registered', 'construction'] } },
  active: { page: 'projects', as_of: days.to, filters: { status: ['active'] } },
} as const satisfies Readonly<Record<string, LinkView>>;
type View = keyof typeof views;
/** What one reader may hold of the same choices: any of these beside the two pages of stages. */
const besides: readonly View[] = ['changes', 'whole', 'eco', 'later', 'active'];

/** Stores both days of a register, and empties the one before. */
async function store(links: LinkApi, projects: readonly DigitProject[], before: readonly DigitProject[]): Promise<void> {
  for (const day of ['from', 'to'] as const)
    await writeRevision(links.db, { ...by, as_of: days[day] }, async (trx, revision) => {
      if (day === 'from') await ownZone(trx, revision);
      const there = projects.flatMap((one, at) => (day === 'from' && one.from === undefined ? [] : [digitRecord(one, at, day)]));
      await putProjects(trx, revision, [...before.map(({ code }) => emptyRecord(code)), ...there], { as_of: days[day] });
    });
}

/** What of one or two projects, one of them hidden, follows from sums: what each is worth, both together, and by how much they differ. */
function found(
  projects: readonly DigitProject[],
  currency: string,
  profile: RedactionProfile,
  money: readonly string[],
): readonly string[] {
  const unknowns = unknownsOf(projects, currency, profile);
  const sums = [...new Set(money)].map((minor) => ({ minor, members: membersOf(minor, unknowns) }));
  const vectors = sums.flatMap(({ members }) => (members === undefined ? [] : [members]));
  const one = (i: number, sign = 1n): bigint[] => unknowns.map((_, j) => (i === j ? sign : 0n));
  const pairs = unknowns.flatMap((a, i) =>
    unknowns.flatMap((b, j) =>
      j > i && (fewestOf(profile) > 2 || a.at === b.at) ? [1n, -1n].map((sign) => ({ of: [i, j], wanted: one(i).with(j, sign) })) : [],
    ),
  );
  const told = [...unknowns.map((_, i) => ({ of: [i], wanted: one(i) })), ...pairs].filter(({ of, wanted }) => {
    if (!of.some((i) => unknowns[i]?.hidden === true)) return false;
    if (!canBeFound(wanted, vectors)) return false;
    // what may be seen of the one is no news about both
    const open = of.flatMap((i) => (unknowns[i]?.hidden === false && canBeFound(one(i), vectors) ? [one(i)] : []));
    return !canBeFound(wanted, open);
  });
  const names = ({ of, wanted }: (typeof told)[number]): string =>
    of.map((i) => `${wanted[i]} × ${unknowns[i]?.project.code} ${unknowns[i]?.day}`).join(' ');
  return [
    ...sums.flatMap(({ minor, members }) => (members === undefined ? [`${minor} is no sum of amounts`] : [])),
    ...told.slice(0, 3).map(names),
  ];
}

/**
 * Random registers in which every sum reads as the list of who is in it, and whoever takes all money that stands anywhere in
 * what links show, and adds and subtracts it: nothing of fewer projects than allowed may come out.
 */
export async function arithmeticFaults(links: LinkApi, count: number, seed: number): Promise<readonly string[]> {
  const below = randomFrom(seed);
  const faults: string[] = [];
  let before: readonly DigitProject[] = [];
  let seen = 0;
  for (let round = 0; round < count; round += 1) {
    const projects = digitRegister(below, round);
    await store(links, projects, before);
    before = projects;
    const profile = digitProfile(below, projects);
    const answers = new Map<string, unknown>();
    for (const [name, view] of Object.entries(views)) {
      const body = { ...draft, profile, view };
      answers.set(name, await (await links.send('POST', '/api/v1/links/preview', { body, env: maker })).json());
    }
    for (const currency of ['CNY', 'JPY'])
      for (const beside of besides) {
        const money = ['overview', 'pipeline', beside].flatMap((name) => moneyIn(answers.get(name), currency));
        seen += money.length;
        const told = found(projects, currency, profile, money);
        if (told.length > 0)
          faults.push(`round ${round}, overview + pipeline + ${beside}, ${currency}: ${told.join('; ')} of ${JSON.stringify(profile)}`);
      }
  }
  return seen > count ? faults : [...faults, 'hardly any money was shown: this has tried nothing'];
}
