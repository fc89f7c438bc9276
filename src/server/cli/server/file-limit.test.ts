import { expect, it } from 'vitest';
import { computeConnections } from './file-limit.ts';

it.each([
  [256, { connections: 156, streams: 52 }],
  [1024, { connections: 924, streams: 308 }],
  [1_048_576, { connections: 1_048_476, streams: 6000 }],
  [64, { connections: 20, streams: 6 }],
])(
  'of %i open files, streams use at most two thirds and leave the rest to requests',
  (limit, fits) => {
    expect(computeConnections(limit)).toEqual(fits);
  },
);
