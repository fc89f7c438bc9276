/** One numbered recipe of a family of bad input, as the families of reliability name it. */
export interface Recipe<Ground> {
  readonly id: `F${number}-${string}`;
  /** What is sent. */
  readonly what: string;
  /** Tries it, and says what went wrong. */
  readonly run: (ground: Ground) => Promise<readonly string[]>;
}
/** Tries every recipe on one ground; each fault bears the recipe's number. */
export async function tryAll<Ground>(
  recipes: readonly Recipe<Ground>[],
  ground: Ground,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { id, what, run } of recipes)
    faults.push(...(await run(ground)).map((fault) => `${id} ${what}: ${fault}`));
  return faults;
}
/** Faults where an answer is none of those that are right. */
export const unlike = (
  what: string,
  status: number,
  right: readonly number[],
): readonly string[] =>
  right.includes(status) ? [] : [`${what} was answered ${status}, not ${right.join(' or ')}`];
