/** Counts the figures that were compared, and keeps those that differ. */
export class Comparison {
  count = 0;
  readonly differences: string[] = [];
  readonly #register: string;
  constructor(register: string) {
    this.#register = register;
  }
  #note(day: string, figure: string, oracle: unknown, product: unknown): void {
    this.differences.push(
      `${this.#register}, ${day}, ${figure}: oracle ${String(oracle)}, product ${String(product)}`,
    );
  }
  /** Texts, whole numbers and what is absent are the same. */
  same(
    day: string,
    figure: string,
    oracle: string | number | boolean | undefined,
    product: typeof oracle,
  ): void {
    this.count += 1;
    if (oracle !== product) this.#note(day, figure, oracle, product);
  }
  /** Numbers agree to nine digits. */
  close(
    day: string,
    figure: string,
    oracle: number | undefined,
    product: number | undefined,
  ): void {
    this.count += 1;
    if (
      oracle === undefined || product === undefined
        ? oracle !== product
        : Math.abs(oracle - product) > 1e-9 * Math.max(1e-3, Math.abs(oracle))
    )
      this.#note(day, figure, oracle, product);
  }
  /** A number lies between two others. */
  within(
    day: string,
    figure: string,
    [low, high]: readonly [number, number],
    product: number | undefined,
  ): void {
    this.count += 1;
    if (product === undefined || product < low || product > high)
      this.#note(day, figure, `${low} to ${high}`, product);
  }
  /** The report at the end: the first differences, and their number. */
  report(most = 40): string {
    const lines = this.differences.slice(0, most).join('\n');
    const rest = this.differences.length - most;
    return `${this.count} figures compared, ${this.differences.length} differ\n${lines}${rest > 0 ? `\n… ${rest} more` : ''}`;
  }
}
