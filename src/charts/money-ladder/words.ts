import { columnNotes, leftOutNotes } from '#charts/breakdown/data/notes.ts';
import { breakdownLabels } from '#charts/breakdown/labels/index.ts';
import { nameKeyInText } from '#charts/breakdown/data/names.ts';
import type { ChartContext, ChartWords, NoteFigure } from '#charts/kit/definition.ts';
import { type FiguredNote, splitNotes } from '#charts/kit/text/figured-notes.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { claimTitle } from '#charts/kit/text/claim.ts';
import { fullText } from '#charts/kit/text/units.ts';
import { findSum } from '#domain/analysis/cell.ts';
import { type LadderPair, ladderRungs, type MoneyLadder } from '#domain/analysis/money-ladder.ts';
import { registerSource } from '#domain/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { compact } from '#domain/values/compact.ts';
import { compareDecimal, toNumber } from '#domain/values/decimal.ts';
import { formatCount, formatPercent } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { ladderLabels } from './labels/index.ts';
import { ladderSeries, ladderUnit } from './series.ts';

/** With fewer projects no share is stated. */
const fewest = 5;

const shareText = (share: number, language: Language): string =>
  share >= 0.48 && share <= 0.52 ? ladderLabels[language].half : formatPercent(share, language, 0);

/**
 * Writes how much of the plan is contracted, paid in and completed; undefined where it is not
 * known.
 */
function ladderClaim({ units, total }: MoneyLadder, language: Language): string | undefined {
  const words = ladderLabels[language];
  const [unit, second] = units;
  if (unit === undefined || second !== undefined) return undefined;
  const [planned, contracted, paid, done] = total.rungs.map((rung) => findSum(rung, unit));
  if (planned === undefined || planned.count < fewest) return undefined;
  if (compareDecimal(planned.value, '0') <= 0) return undefined;
  const share = (sum: typeof planned | undefined): string | undefined =>
    sum === undefined || compareDecimal(sum.value, '0') < 0
      ? undefined
      : shareText(toNumber(sum.value) / toNumber(planned.value), language);
  const [a, b, c] = [share(contracted), share(paid), share(done)];
  if (a !== undefined) {
    const claim = words.contracted(a);
    return b === undefined ? claim : words.andPaidIn(claim, b);
  }
  if (b === undefined) return undefined;
  return c === undefined ? words.paidIn(b) : words.andCompleted(words.paidIn(b), c);
}

function titleText(overview: Overview, language: Language): string {
  const words = ladderLabels[language];
  const { money_ladder: ladder } = overview;
  if (ladder === undefined || ladder.groups.length === 0) return words.titleNone;
  if (ladder.units.length === 0) return words.titleUndisclosed;
  const claim = ladderClaim(ladder, language);
  const title = claim ?? words.title(nameKeyInText(ladder.by, language));
  return claimTitle(title, overview, language);
}

/** Writes the ratio of two rungs of the same projects, and how many are above and below. */
function pairNote(ladder: MoneyLadder, pair: LadderPair, language: Language): FiguredNote {
  const words = ladderLabels[language];
  const unit = ladderUnit(ladder, pair.unit, language);
  const amount = (value: string): string => fullText(value, unit);
  const of = { by: ladder.by, of: pair.of, has: pair.has, in: pair.unit };
  const both = formatCount(pair.count, language);
  const sides = (['above', 'below'] as const).flatMap((side) => {
    const [count, sum] = side === 'above' ? [pair.over, pair.excess] : [pair.short, pair.shortfall];
    if (count === 0) return [];
    const [projects, difference] = [formatCount(count, language), amount(sum)];
    const say = side === 'above' ? words.over : words.short;
    return [{ text: say(projects, difference), side, projects, difference }];
  });
  const share =
    compareDecimal(pair.base, '0') > 0
      ? formatPercent(toNumber(pair.value) / toNumber(pair.base), language, 1)
      : '—';
  return {
    text: words.pair(
      words.rungs[pair.has],
      words.rungs[pair.of],
      both,
      share,
      sides.map(({ text }) => text).join(kitLabels[language].list),
    ),
    figures: [
      { measure: 'pair_projects', text: both, of },
      { measure: 'rung_share', text: share, of },
      ...sides.flatMap(({ side, projects, difference }): NoteFigure[] => [
        { measure: 'pair_projects', text: projects, of: { ...of, side } },
        { measure: 'pair_difference', text: difference, of: { ...of, side } },
      ]),
    ],
  };
}

function writeNotes(ladder: MoneyLadder, language: Language): readonly FiguredNote[] {
  const words = ladderLabels[language];
  const { list } = kitLabels[language];
  const all = formatCount(ladder.total.count, language);
  const knownTexts = ladderRungs.map((rung, at) => {
    const sums = ladder.total.rungs[at]?.sums ?? [];
    const count = sums.reduce((sum, one) => sum + one.count, 0);
    return words.known(words.rungs[rung], formatCount(count, language), all);
  });
  return [
    {
      text: words.knownFor(knownTexts.join(list)),
      figures: ladderRungs.map(
        (rung, at): NoteFigure => ({
          measure: 'group_known',
          text: knownTexts[at] ?? '',
          of: { by: ladder.by, stack: 'none', counted: rung },
        }),
      ),
    },
    ...ladder.total.pairs
      .toSorted((a, b) => ladder.units.indexOf(a.unit) - ladder.units.indexOf(b.unit))
      .map((pair) => pairNote(ladder, pair, language)),
    ...(ladder.units.length > 1 ? [{ text: breakdownLabels[language].currencies }] : []),
    ...columnNotes(ladder, language),
    ...leftOutNotes(ladder.left_out, { counted: 'total_investment', by: ladder.by }, language),
  ];
}

/** The words around the ladder. */
export function ladderChartWords(overview: Overview, { language }: ChartContext): ChartWords {
  const { money_ladder: ladder, strip } = overview;
  const { separator, colon, list } = kitLabels[language];
  const title = titleText(overview, language);
  const series = ladderSeries(overview, language);
  const units = series.blocks.map(({ unit }) => unit).join(list);
  const rows = series.blocks.flatMap(({ rows: own }) =>
    own.map(
      ({ name, rungs }) =>
        `${name}${colon}${rungs.map(({ text }, at) => `${series.heads[at] ?? ''} ${text}`).join(list)}`,
    ),
  );
  const isEmpty = ladder === undefined || ladder.groups.length === 0;
  const notes = isEmpty ? { notes: [] } : splitNotes(writeNotes(ladder, language));
  return {
    title,
    subtitle: isEmpty
      ? ''
      : ladderLabels[language].subtitle(nameKeyInText(ladder.by, language), units),
    unit: units,
    ...compact({ exact_unit: ladder?.units.length === 1 ? ladder.units[0] : undefined }),
    source: registerSource(strip.data_status)[language],
    alt: [title, ...rows].join(separator),
    ...notes,
    data_status: strip.data_status,
    as_of: overview.as_of,
    key: [],
  };
}
