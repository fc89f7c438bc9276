import { expect, test } from 'vitest';
import { oidcFaults } from '../hard/oidc.ts';
import { engines } from '../setup/stores.ts';

test.each(engines)(
  'R-15: on $name nobody is let in by a hostile answer of the organisation’s provider, and the honest one passes',
  async (engine) => {
    expect(await oidcFaults(engine, 20_261_125)).toEqual([]);
  },
);
