import { configureGlobal } from 'fast-check';

/**
 * The seed of all random examples of a test run. It is the same on every machine, so that a run
 * there repeats a run here. Set SEED to try other examples.
 */
export const seed = Number(process.env['SEED'] ?? 20_210_416);

configureGlobal({ seed });
