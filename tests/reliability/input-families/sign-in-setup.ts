import { plainPasswords, TestBrowser } from '../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import type { TestEngine } from '../../setup/api/stores.ts';

export interface SignInGround {
  readonly engine: TestEngine | undefined;
  readonly seed: number;
  /**
   * The number of timed tries of each class: fewer than a hundred, since then an account is
   * blocked, whether it exists or not.
   */
  readonly timed: number;
}
interface Clocked {
  readonly api: TestApi;
  readonly pass: (ms: number) => void;
}
/** Runs work on a store of its own, with a clock that only the test moves. */
export const on = async (
  engine: TestEngine | undefined,
  work: (at: Clocked) => Promise<readonly string[]>,
  passwords = plainPasswords,
): Promise<readonly string[]> => {
  let now = Date.parse('2021-05-10T08:00:00Z');
  const api = await openApi(engine, { passwords, clock: () => new Date(now) });
  try {
    return await work({ api, pass: (ms) => (now += ms) });
  } finally {
    api.app.close();
    await api.close();
  }
};
const statuses = (answers: readonly Response[]): string => {
  const counts = new Map<number, number>();
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${count} × ${status}`).join(', ');
};
export const expected = (
  what: string,
  answers: readonly Response[],
  right: string,
): readonly string[] =>
  statuses(answers) === right ? [] : [`${what}: ${statuses(answers)}, not ${right}`];
/** One after the other, each from an address block of its own. */
export async function tries(
  api: TestApi,
  count: number,
  one: (browser: TestBrowser, i: number) => Promise<Response>,
): Promise<Response[]> {
  const answers: Response[] = [];
  for (let i = 0; i < count; i += 1)
    answers.push(await one(new TestBrowser(api, `198.${51 + (i >> 8)}.${i % 256}.7`), i));
  return answers;
}
