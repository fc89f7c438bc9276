import { median, rounds } from '../figures.ts';
import { readText } from '../requests.ts';
import type { Figure } from './aims.ts';

/** Milliseconds until a response is read to its end. @throws Error if it is no success */
async function timeRead(url: string): Promise<number> {
  const from = performance.now();
  await readText(url);
  return performance.now() - from;
}

/**
 * Reads an address in each round, or another one each time.
 *
 * @param url - the address of a round
 * @param before - what happens before each of them, such as an edit
 * @returns median and largest time; a figure that failed where a response is no success
 */
export async function timeRounds(
  figure: Omit<Figure, 'value' | 'most' | 'unit'>,
  url: (round: number) => string,
  before: (round: number) => Promise<unknown> = () => Promise.resolve(),
): Promise<Figure> {
  const times: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      await before(round);
      times.push(await timeRead(url(round)));
    }
  } catch (error) {
    return { ...figure, value: Number.NaN, unit: 'ms', note: String(error).slice(0, 100) };
  }
  return { ...figure, value: median(times), most: Math.max(...times), unit: 'ms' };
}
/** @returns the figure of one reading */
export async function timeOnce(
  figure: Omit<Figure, 'value' | 'most' | 'unit'>,
  url: string,
): Promise<Figure> {
  try {
    return { ...figure, value: await timeRead(url), unit: 'ms' };
  } catch (error) {
    return { ...figure, value: Number.NaN, unit: 'ms', note: String(error).slice(0, 100) };
  }
}
