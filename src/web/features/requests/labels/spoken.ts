/** The values of a reminder. */
export interface ReminderValues {
  /** The zone that asks. */
  readonly zone: string;
  readonly unit: string;
  readonly person?: string;
  readonly month: string;
  readonly cells: string;
  readonly deadline: string;
  readonly minutes: number;
  readonly address: string;
  readonly note?: string;
}
/** Texts in the language of their recipient. */
export interface SpokenLabels {
  readonly subject: (values: Pick<ReminderValues, 'zone' | 'month'>) => string;
  readonly reminder: (values: ReminderValues) => string;
}
