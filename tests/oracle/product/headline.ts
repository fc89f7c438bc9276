import type { Comparison } from './comparison.ts';
import type { Day } from '../figures/days.ts';
import { fraction, multiply, parseDecimal } from '../figures/fraction.ts';
import type { RegisterUnderTest } from './register.ts';
import { type State, statesOn } from '../figures/register.ts';
import { groupOf, sumOf } from '../figures/sums.ts';

export interface PublishedFigure {
  readonly id: string;
  readonly value: string;
  readonly date: Day;
}
interface WireFigure {
  readonly value: string;
  readonly unit: string;
  readonly date: Day;
}
interface WireHeadline {
  readonly established?: WireFigure;
  readonly pipeline?: WireFigure;
  readonly established_investment?: WireFigure;
  readonly established_sums?: readonly WireFigure[];
  readonly classes?: readonly WireFigure[];
}

/** The published figure of that name in force on `day`: the last one up to then. */
const publishedOn = (
  figures: readonly PublishedFigure[],
  id: string,
  day: Day,
): PublishedFigure | undefined =>
  figures
    .filter((figure) => figure.id === id && figure.date <= day)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1);
const minorDigits: Readonly<Record<string, number>> = { JPY: 0 };
const printFigure = ({ value, unit }: WireFigure): string => {
  const minor = multiply(parseDecimal(value), fraction(10n ** BigInt(minorDigits[unit] ?? 2)));
  return minor.d === 1n ? `${unit} ${minor.n}` : `${unit} ${value}`;
};
const printSums = (states: readonly State[]): string =>
  [...sumOf(states).amounts]
    .map(([currency, minor]) => `${currency} ${minor}`)
    .toSorted()
    .join(' ');

const classes = ['projects_under_construction', 'projects_in_negotiation', 'projects_in_reserve'];
/**
 * A zone that publishes figures shows those with their date (ruling 15), counts of classes before
 * it had others.
 */
function comparePublished(
  to: Comparison,
  day: Day,
  figures: readonly PublishedFigure[],
  headline: WireHeadline,
): void {
  for (const [id, figure] of [
    ['established_projects', headline.established],
    ['established_investment', headline.established_investment],
    ['pipeline_projects', headline.pipeline],
  ] as const) {
    const publication = publishedOn(figures, id, day);
    to.same(day, `headline, ${id}`, publication?.value, figure?.value);
    to.same(day, `headline, date of ${id}`, publication?.date, figure?.date);
  }
  const hasCounts = publishedOn(figures, 'established_projects', day) !== undefined;
  const classValues = hasCounts
    ? []
    : classes
        .map((id) => publishedOn(figures, id, day)?.value ?? '')
        .filter((value) => value !== '');
  to.same(
    day,
    'headline, classes',
    classValues.join(' '),
    (headline.classes ?? []).map(({ value }) => value).join(' '),
  );
}

/** The headline of a day: published figures, or else counts and sums of the register. */
export async function compareHeadline(
  to: Comparison,
  { get, histories, mapping }: RegisterUnderTest,
  figures: readonly PublishedFigure[],
  day: Day,
): Promise<void> {
  const { headline } = await get<{ headline: WireHeadline }>(
    `/api/v1/overview?as_of=${day}&compare=none`,
  );
  if (figures.length > 0) {
    comparePublished(to, day, figures, headline);
    return;
  }
  const groups = Map.groupBy(statesOn(histories, day), (state) => groupOf(mapping, state));
  const established = groups.get('established') ?? [];
  to.same(day, 'headline, established', String(established.length), headline.established?.value);
  to.same(
    day,
    'headline, pipeline',
    String((groups.get('pipeline') ?? []).length),
    headline.pipeline?.value,
  );
  const sums =
    headline.established_sums ??
    (headline.established_investment === undefined ? [] : [headline.established_investment]);
  to.same(
    day,
    'headline, sums',
    printSums(established),
    sums.map(printFigure).toSorted().join(' '),
  );
}
