/** One numbered recipe of a family of bad input, named as in the families of reliability. */
export interface Recipe<Ground> {
  readonly id: `F${number}-${string}`;
  /** The content of the request. */
  readonly what: string;
  /** Tries it, and returns its faults. */
  readonly run: (ground: Ground) => Promise<readonly string[]>;
}
/** Tries every recipe on one ground; each fault has the recipe's number. */
export async function tryAll<Ground>(
  recipes: readonly Recipe<Ground>[],
  ground: Ground,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { id, what, run } of recipes)
    faults.push(...(await run(ground)).map((fault) => `${id} ${what}: ${fault}`));
  return faults;
}
/** Faults of answers that are not among the expected ones. */
export const unlike = (
  what: string,
  status: number,
  right: readonly number[],
): readonly string[] =>
  right.includes(status) ? [] : [`${what} was answered ${status}, not ${right.join(' or ')}`];
