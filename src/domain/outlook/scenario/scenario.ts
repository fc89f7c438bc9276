import { compact } from '#domain/values/compact.ts';
import { isDecimal, type Decimal } from '#domain/values/decimal.ts';
import { stages, type Stage } from '#domain/projects/stage.ts';
import { projectMeasures, type ProjectMeasure } from '#domain/outlook/outlook-project.ts';

/** A project that a scenario adds: the amount that it would add to one measure. */
export interface AddedProject {
  readonly stage: Stage;
  readonly measure: ProjectMeasure;
  /** In the unit of the measure: jobs, or the zone's currency. */
  readonly adds: Decimal;
}

/** Assumptions that a scenario changes. It is never a fact. */
export interface OutlookScenario {
  /** Months by which projects that are not in operation are delayed. */
  readonly delay_months?: number;
  /** Codes of excluded projects. */
  readonly without?: readonly string[];
  readonly added?: readonly AddedProject[];
  /** A factor on the rates of moving on. */
  readonly rate?: number;
  /** The common shock on the log-odds. */
  readonly shock?: number;
  readonly ramp_months?: number;
  /** Months that the pace is taken from. */
  readonly pace_months?: PaceMonths;
}
export const paceMonths = [12, 9, 6] as const;
export type PaceMonths = (typeof paceMonths)[number];

/** The fields of a scenario in an address, in their order. */
export const scenarioFields = ['delay', 'without', 'add', 'rate', 'shock', 'ramp', 'pace'] as const;
export type ScenarioField = (typeof scenarioFields)[number];
/** A scenario as the parameters of an address. */
export type ScenarioWords = { readonly [K in ScenarioField]?: string | undefined };

/** The largest and smallest values of a scenario, and the largest number of projects. */
export const scenarioLimits = {
  delay: [1, 120],
  rate: [0.1, 10],
  shock: [0, 2],
  ramp: [1, 120],
  without: 50,
  added: 20,
} as const;

const isWhole = (text: string, [low, high]: readonly [number, number]): boolean =>
  /^\d{1,3}$/.test(text) && Number(text) >= low && Number(text) <= high;
const isFactor = (text: string, [low, high]: readonly [number, number]): boolean =>
  /^\d{1,2}(\.\d{1,3})?$/.test(text) && Number(text) >= low && Number(text) <= high;

/** Splits a list of codes. A separator within a code is written as %2C. */
const splitList = (text: string): readonly string[] => text.split(',');

function decodeCode(text: string): string | undefined {
  try {
    const code = decodeURIComponent(text);
    return code.trim() === '' || code.length > 200 ? undefined : code;
  } catch {
    return undefined;
  }
}

function readAdded(text: string): AddedProject | undefined {
  const [stage, measure, adds = '', ...more] = text.split('-');
  const knownStage = stages.find((one) => one === stage);
  const of = projectMeasures.find((one) => one === measure);
  if (knownStage === undefined || of === undefined || more.length > 0) return undefined;
  if (!isDecimal(adds) || !/^(0|[1-9]\d{0,14})(\.\d{1,4})?$/.test(adds) || Number(adds) <= 0)
    return undefined;
  return { stage: knownStage, measure: of, adds };
}

function readList<T>(
  text: string,
  most: number,
  read: (one: string) => T | undefined,
): readonly T[] | undefined {
  const values = splitList(text).map(read);
  const knownValues = values.filter((one) => one !== undefined);
  return knownValues.length < values.length || knownValues.length > most
    ? undefined
    : (knownValues as T[]);
}

/** The reader of each field; it returns undefined for a value that the field cannot have. */
const readers = {
  delay: (text: string) => (isWhole(text, scenarioLimits.delay) ? Number(text) : undefined),
  without: (text: string) => readList(text, scenarioLimits.without, decodeCode),
  add: (text: string) => readList(text, scenarioLimits.added, readAdded),
  rate: (text: string) => (isFactor(text, scenarioLimits.rate) ? Number(text) : undefined),
  shock: (text: string) => (isFactor(text, scenarioLimits.shock) ? Number(text) : undefined),
  ramp: (text: string) => (isWhole(text, scenarioLimits.ramp) ? Number(text) : undefined),
  pace: (text: string) => paceMonths.find((months) => String(months) === text),
} as const satisfies Readonly<Record<ScenarioField, (text: string) => unknown>>;

/** Whether a field of an address can be read. */
export const isScenarioField = (field: ScenarioField, text: string): boolean =>
  readers[field](text) !== undefined;

/**
 * Reads a scenario from the parameters of an address. Unreadable fields are ignored.
 * @returns undefined without any
 */
export function readScenario(words: ScenarioWords): OutlookScenario | undefined {
  const read = <K extends ScenarioField>(field: K) => {
    const text = words[field];
    return (text === undefined ? undefined : readers[field](text)) as
      | ReturnType<(typeof readers)[K]>
      | undefined;
  };
  const scenario = compact({
    delay_months: read('delay'),
    without: read('without'),
    added: read('add'),
    rate: read('rate'),
    shock: read('shock'),
    ramp_months: read('ramp'),
    pace_months: read('pace'),
  });
  return Object.keys(scenario).length === 0 ? undefined : scenario;
}

/** Writes a scenario as the parameters of an address. */
export function writeScenario(scenario: OutlookScenario): ScenarioWords {
  const { without = [], added = [] } = scenario;
  const number = (value: number | undefined) => (value === undefined ? undefined : String(value));
  return compact({
    delay: number(scenario.delay_months),
    without: without.length === 0 ? undefined : without.map(encodeURIComponent).join(','),
    add:
      added.length === 0
        ? undefined
        : added.map(({ stage, measure, adds }) => `${stage}-${measure}-${adds}`).join(','),
    rate: number(scenario.rate),
    shock: number(scenario.shock),
    ramp: number(scenario.ramp_months),
    pace: number(scenario.pace_months),
  });
}

/** Writes a scenario as one parameter of the page's address: delay:12;rate:0.8. */
export const toScenarioText = (words: ScenarioWords): string =>
  scenarioFields
    .flatMap((field) => (words[field] === undefined ? [] : [`${field}:${words[field]}`]))
    .join(';');

/**
 * Reads the parameter of the page's address.
 * @returns undefined where a part of it cannot be read
 */
export function fromScenarioText(text: string): ScenarioWords | undefined {
  const words: { [K in ScenarioField]?: string } = {};
  for (const part of text.split(';')) {
    const at = part.indexOf(':');
    const field = scenarioFields.find((one) => one === part.slice(0, at));
    const value = part.slice(at + 1);
    if (field === undefined || words[field] !== undefined || !isScenarioField(field, value))
      return undefined;
    words[field] = value;
  }
  return words;
}
