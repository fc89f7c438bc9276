import type { Text } from '#domain/values/language.ts';
import type { Stage } from './stage.ts';

/** The parties that can have the next action at a gate. */
export const gateActors = ['zone', 'investor', 'authority', 'utility'] as const;
export type GateActor = (typeof gateActors)[number];
/** The gates that every zone begins with. */
export const usualGateIds = [
  'approval',
  'land_12',
  'land_24',
  'filing_24',
  'permits',
  'power',
] as const;
export type UsualGateId = (typeof usualGateIds)[number];

/** The events, other than the stage `from`, from which a gate can run. */
export const gateStarts = ['agreed_start'] as const;
export type GateStart = (typeof gateStarts)[number];

/**
 * A gate or legal clock of a project from one stage until another. It runs for a number of months
 * from the day of the stage, or from another event.
 */
export interface Gate {
  readonly id: string;
  /** Needed for a gate that is not a usual one. */
  readonly name?: Partial<Text>;
  readonly from: Stage;
  /**
   * `agreed_start`: the original date of the start of works, which replanning does not move.
   * Omitted: the day on which the project reached `from`.
   */
  readonly counted_from?: GateStart;
  readonly until: Stage;
  readonly months: number;
  readonly actor: GateActor;
  /** The deadline is set by law. */
  readonly is_legal?: true;
  /** Only for projects that are given land. */
  readonly land_only?: true;
}

/**
 * The gates of a zone that has not set its own. Their legal deadlines are those of China: land is
 * idle 12 months after the agreed start of works and is taken back after 24; a filing lapses 24
 * months after its day (domain reference 1.1, 4b and 4c; decision 89). The others are usual durations
 * without a source.
 */
export const usualGates: readonly (Gate & { readonly id: UsualGateId })[] = [
  { id: 'approval', from: 'signed', until: 'registered', months: 6, actor: 'authority' },
  {
    id: 'land_12',
    from: 'registered',
    counted_from: 'agreed_start',
    until: 'construction',
    months: 12,
    actor: 'investor',
    is_legal: true,
    land_only: true,
  },
  {
    id: 'land_24',
    from: 'registered',
    counted_from: 'agreed_start',
    until: 'construction',
    months: 24,
    actor: 'zone',
    is_legal: true,
    land_only: true,
  },
  {
    id: 'filing_24',
    from: 'registered',
    until: 'construction',
    months: 24,
    actor: 'investor',
    is_legal: true,
  },
  { id: 'permits', from: 'registered', until: 'construction', months: 9, actor: 'authority' },
  { id: 'power', from: 'construction', until: 'operation', months: 12, actor: 'utility' },
];

/** The deadlines of Chinese law for land and for filed projects. */
export const chineseDeadlines: readonly Gate[] = usualGates.filter(
  ({ is_legal }) => is_legal === true,
);
/** The gates that a zone outside China begins with. */
export const gatesAbroad: readonly Gate[] = usualGates.filter(({ is_legal }) => is_legal !== true);
