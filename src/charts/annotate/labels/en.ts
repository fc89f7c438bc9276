/** Labels of annotations. */
export const en = {
  note: (n: string, at: string, text: string) => `${n}. ${at}: ${text}`,
  /** An exact value with its unit, where the chart has no axis of it. */
};
