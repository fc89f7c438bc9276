import { makeSampleTemplate } from './stores.ts';

/** Makes a database with the sample before the first test. @returns a function that removes it */
export const setup = makeSampleTemplate;
