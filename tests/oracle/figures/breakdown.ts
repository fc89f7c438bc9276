import { add, divide, type Fraction, fraction, multiply, zero } from './fraction.ts';

/** A project as one line of a list, with the facts that a breakdown reads. */
export interface ListedProject {
  readonly code: string;
  readonly status: string;
  readonly keys: Readonly<Record<string, string>>;
  /** Amounts in minor units, by measure. */
  readonly money: Readonly<Record<string, { readonly minor: bigint; readonly currency: string }>>;
  readonly land?: Fraction;
  readonly jobs?: Readonly<Record<string, number>>;
}

/** A cell of the table: its projects, and the sums unit by unit. */
export interface Place {
  readonly codes: readonly string[];
  readonly unknown: number;
  readonly sums: ReadonlyMap<string, { readonly n: number; readonly value: Fraction }>;
}

const digits: Readonly<Record<string, bigint>> = { CNY: 100n, USD: 100n, JPY: 1n };
const major = ({ minor, currency }: { minor: bigint; currency: string }): Fraction =>
  fraction(minor, digits[currency] ?? 100n);

interface Value {
  readonly unit: string;
  readonly top: Fraction;
  readonly bottom?: Fraction;
}
function perLand(project: ListedProject, measure: string): Value | undefined {
  const [money, { land }] = [project.money[measure], project];
  if (money === undefined || land === undefined || land.n === 0n) return undefined;
  return { unit: money.currency, top: major(money), bottom: land };
}

/** Foreign capital paid in ÷ contracted, in percent; both in one currency. */
function paidShare({ money }: ListedProject): Value | undefined {
  const [paid, contracted] = [money['utilised_fdi'], money['contracted_fdi']];
  if (paid === undefined || contracted === undefined) return undefined;
  if (paid.currency !== contracted.currency || contracted.minor === 0n) return undefined;
  const top = multiply(major(paid), fraction(100));
  return { unit: paid.currency, top, bottom: major(contracted) };
}

/** The value of one project for a measure; undefined where it is not known. */
function readValue(project: ListedProject, measure: string): Value | undefined {
  if (measure === 'count' || measure === 'exits') return { unit: 'projects', top: fraction(1) };
  if (measure === 'investment_per_mu') return perLand(project, 'total_investment');
  if (measure === 'output_per_mu') return perLand(project, 'output_plan');
  if (measure === 'fdi_realised') return paidShare(project);
  const jobs = project.jobs?.[measure === 'jobs_per_100m' ? 'jobs_plan' : measure];
  const total = project.money['total_investment'];
  if (measure === 'jobs_per_100m')
    return jobs === undefined || total === undefined
      ? undefined
      : {
          unit: total.currency,
          top: multiply(fraction(jobs), fraction(100_000_000)),
          bottom: major(total),
        };
  if (measure.startsWith('jobs'))
    return jobs === undefined ? undefined : { unit: 'jobs', top: fraction(jobs) };
  const money = project.money[measure];
  return money === undefined ? undefined : { unit: money.currency, top: major(money) };
}

function placeOf(projects: readonly ListedProject[], measure: string): Place {
  const values = projects.map((project) => readValue(project, measure));
  const units = new Set(values.flatMap((value) => value?.unit ?? []));
  const sums = [...units].map((unit) => {
    const own = values.flatMap((value) => (value?.unit === unit ? [value] : []));
    const top = own.map((value) => value.top).reduce(add, zero);
    const bottoms = own.flatMap((value) => value.bottom ?? []);
    const bottom = bottoms.reduce(add, zero);
    const value = bottoms.length === 0 || bottom.n === 0n ? top : divide(top, bottom);
    return [unit, { n: own.length, value }] as const;
  });
  return {
    codes: projects.map(({ code }) => code).toSorted(),
    unknown: values.filter((value) => value === undefined).length,
    sums: new Map(sums),
  };
}

/** Reads a table from a list, project by project. */
export function readFromList(
  projects: readonly ListedProject[],
  { measure, by, stack }: { readonly measure: string; readonly by: string; readonly stack: string },
): ReadonlyMap<string, { readonly all: Place; readonly parts: ReadonlyMap<string, Place> }> {
  const members = projects.filter(({ status }) =>
    measure === 'exits' ? !['active', 'on_hold', 'unlisted'].includes(status) : status === 'active',
  );
  const groups = Map.groupBy(members, ({ keys }) => keys[by] ?? '');
  return new Map(
    [...groups].map(([key, own]) => [
      key,
      {
        all: placeOf(own, measure),
        parts: new Map(
          [...Map.groupBy(own, ({ keys }) => keys[stack] ?? '')].map(([part, some]) => [
            part,
            placeOf(some, measure),
          ]),
        ),
      },
    ]),
  );
}
