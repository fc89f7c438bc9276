/** What a reminder tells. */
export interface ReminderValues {
  readonly unit: string;
  readonly person?: string;
  readonly month: string;
  readonly cells: string;
  readonly deadline: string;
  readonly minutes: number;
  readonly address: string;
  readonly note?: string;
}
/** Texts in the language of who receives them. */
export interface Spoken {
  readonly reminder: (values: ReminderValues) => string;
}
