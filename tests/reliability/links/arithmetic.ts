// Seen to fail as docs/decisions/0035 describes.
import type { LinkView } from '#contract/links/view-schemas.ts';
import { canBeFound, computeRank } from '#domain/redaction/oracle.fixture.ts';
import { smallestGroup, type RedactionProfile } from '#domain/redaction/profile.ts';
import { ensureOwnZone } from '#server/zone/own-zone-service.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { mostOf } from './linear-program.mjs';
import { draft, maker, type LinkApi } from '../../setup/api/links.ts';
import {
  amountOf,
  days,
  digitProfile,
  digitRecord,
  digitRegister,
  emptyRecord,
  membersOf,
  moneyIn,
  unknownsOf,
  type DigitProject,
  type Unknown,
} from './digit-register.ts';
import { randomFrom } from '../faults/tamper.ts';

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
  industries: { page: 'charts', as_of: days.to, chart: { id: 'breakdown', by: 'industry' } },
  stages: {
    page: 'charts',
    as_of: days.to,
    chart: { id: 'breakdown', by: 'stage', stack: 'industry' },
  },
  few: {
    page: 'charts',
    as_of: days.to,
    chart: { id: 'breakdown', by: 'industry', stack: 'none', stage: 'registered,construction' },
  },
} as const satisfies Readonly<Record<string, LinkView>>;
/**
 * No reader may know an amount within this share from above: p % with p = 15, and a tolerance for
 * floating point.
 */
const leastShare = 0.15 - 1e-6;
type View = keyof typeof views;
/** What one reader may have of the same choices: any of these beside the two pages of stages. */
const besides: readonly View[] = [
  'changes',
  'whole',
  'eco',
  'later',
  'active',
  'industries',
  'stages',
  'few',
];

/** Stores both days of a register, and empties the one before. */
async function store(
  links: LinkApi,
  projects: readonly DigitProject[],
  before: readonly DigitProject[],
): Promise<void> {
  for (const day of ['from', 'to'] as const)
    await writeRevision(links.db, { ...by, as_of: days[day] }, async (trx, revision) => {
      if (day === 'from') await ensureOwnZone(trx, revision);
      const there = projects.flatMap((one, at) =>
        day === 'from' && one.from === undefined ? [] : [digitRecord(one, at, day)],
      );
      await putProjects(trx, revision, [...before.map(({ code }) => emptyRecord(code)), ...there], {
        as_of: days[day],
      });
    });
}

/** The investor of a project. */
const holderOf = ({ project: { code, investor } }: Unknown): string => investor ?? code;

/**
 * Finds something about hidden amounts of fewer investors than allowed that follows from sums; and
 * invalid sums.
 */
function foundOfFew(
  unknowns: readonly Unknown[],
  vectors: readonly (readonly bigint[])[],
  fewest: number,
): readonly string[] {
  const holders = [...new Set(unknowns.map(holderOf))];
  const pairs = holders.flatMap((a, i) => [
    [a],
    ...(fewest > 2 ? holders.slice(i + 1).map((b) => [a, b]) : []),
  ]);
  const everything = computeRank(vectors);
  return pairs.flatMap((some) => {
    const within = unknowns.map((one) => some.includes(holderOf(one)));
    // an amount that may be shown alone is no disclosure
    const open = unknowns.flatMap((one, i) => {
      const alone = unknowns.map((_, j) => (i === j ? 1n : 0n));
      return within[i] === true && !one.hidden && canBeFound(alone, vectors) ? [alone] : [];
    });
    const outside = vectors.map((vector) => vector.filter((_, i) => within[i] !== true));
    return everything - computeRank(outside) > open.length
      ? [`follows of ${some.join(' and ')}`]
      : [];
  });
}

/**
 * The smallest share by which any hidden amount, or all hidden ones of an investor on a day, can be
 * larger than it is.
 */
function tightestOf(
  unknowns: readonly Unknown[],
  vectors: readonly (readonly bigint[])[],
): { readonly share: number; readonly of: string } {
  const amounts = unknowns.map(({ project, at, day }) => Number(amountOf(project, at, day)) / 1e16);
  const equal = vectors.map((vector) => vector.map(Number));
  const targets = unknowns.flatMap((one, i) => {
    if (!one.hidden) return [];
    const own = unknowns.map(
      (other) => other.hidden && holderOf(other) === holderOf(one) && other.day === one.day,
    );
    return [unknowns.map((_, j) => j === i), ...(own.filter(Boolean).length > 1 ? [own] : [])].map(
      (of) => ({ holder: holderOf(one), of }),
    );
  });
  const ways = targets.flatMap((target) =>
    [undefined, ...new Set(unknowns.map(holderOf))].flatMap((who) => {
      if (who === target.holder) return [];
      const fixed = unknowns.map((one) => holderOf(one) === who);
      const goal = target.of.map(Number);
      const own = goal.reduce((sum, times, i) => sum + times * (amounts[i] ?? 0), 0);
      return [
        {
          share: mostOf({ goal, equal, amounts, fixed }) / own - 1,
          of: `${target.holder} by ${who ?? 'a reader'}`,
        },
      ];
    }),
  );
  return ways.reduce((least, one) => (one.share < least.share ? one : least), {
    share: Number.POSITIVE_INFINITY,
    of: 'nobody',
  });
}

interface Read {
  readonly faults: readonly string[];
  readonly tightest: number;
}
/** What follows from the amounts in answers about hidden investors. */
function getReader(
  projects: readonly DigitProject[],
  currency: string,
  profile: RedactionProfile,
  money: readonly string[],
): Read {
  const unknowns = unknownsOf(projects, currency, profile);
  const sums = [...new Set(money)].map((minor) => ({ minor, members: membersOf(minor, unknowns) }));
  const vectors = sums.flatMap(({ members }) => (members === undefined ? [] : [members]));
  const fewest = smallestGroup(profile);
  const tightest =
    fewest > 2 && vectors.length > 0
      ? tightestOf(unknowns, vectors)
      : { share: Number.POSITIVE_INFINITY, of: '' };
  return {
    tightest: tightest.share,
    faults: [
      ...sums.flatMap(({ minor, members }) =>
        members === undefined ? [`${minor} is no sum of amounts`] : [],
      ),
      ...foundOfFew(unknowns, vectors, fewest).slice(0, 3),
      ...(tightest.share < leastShare
        ? [`${tightest.of} can be estimated within ${tightest.share * 100} %`]
        : []),
    ],
  };
}

/**
 * Random registers in which every sum shows which projects are in it. From all amounts that links
 * show, by adding and subtracting, nothing about fewer investors than allowed may follow, and a
 * linear program finds no amount that another investor, or a reader, can estimate within 15 % from
 * above.
 *
 * @param say - called with the tightest of these estimates for each kind of link
 */
export async function arithmeticFaults(
  links: LinkApi,
  count: number,
  seed: number,
  say: (line: string) => void = () => undefined,
): Promise<readonly string[]> {
  const below = randomFrom(seed);
  const faults: string[] = [];
  let before: readonly DigitProject[] = [];
  let amountCount = 0;
  const tightest = new Map<string, number>();
  for (let round = 0; round < count; round += 1) {
    const projects = digitRegister(below, round);
    await store(links, projects, before);
    before = projects;
    const profile = digitProfile(below, projects);
    const answers = new Map<string, unknown>();
    for (const [name, view] of Object.entries(views)) {
      const body = { ...draft, profile, view };
      answers.set(
        name,
        await (await links.send('POST', '/api/v1/links/preview', { body, env: maker })).json(),
      );
    }
    for (const currency of ['CNY', 'JPY'])
      for (const beside of besides) {
        const money = ['overview', 'pipeline', beside].flatMap((name) =>
          moneyIn(answers.get(name), currency),
        );
        amountCount += money.length;
        const read = getReader(projects, currency, profile, money);
        const kind = `names ${profile.names}, amounts ${profile.amounts}`;
        tightest.set(kind, Math.min(read.tightest, tightest.get(kind) ?? Number.POSITIVE_INFINITY));
        if (read.faults.length > 0)
          faults.push(
            `round ${round}, overview + pipeline + ${beside}, ${currency}: ${read.faults.join('; ')} of ${JSON.stringify(profile)}`,
          );
      }
  }
  for (const [kind, share] of tightest)
    say(`${kind}: no amount known closer than +${(share * 100).toFixed(1)} %`);
  return amountCount > count
    ? faults
    : [...faults, 'hardly any money was shown: this has tried nothing'];
}
