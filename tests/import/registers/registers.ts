import { asia } from './asia.ts';
import { easternEurope } from './eastern-europe.ts';
import type { Register } from './register.ts';
import { shapes } from './shapes.ts';
import { texts } from './texts.ts';
import { westernEurope } from './western-europe.ts';

/** Registers unlike each other, in the order in which the table of decisions lists them. */
export const registers: readonly Register[] = [
  ...westernEurope,
  ...easternEurope,
  ...asia,
  ...shapes,
  ...texts,
];
