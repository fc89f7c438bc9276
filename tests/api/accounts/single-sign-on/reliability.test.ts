import { expect, test } from 'vitest';
import { oidcFaults } from '../../../reliability/accounts/single-sign-on.ts';
import { engines } from '../../../setup/api/stores.ts';

test.each(engines)(
  'R-15: on $name nobody is let in by a hostile answer of the organisation’s provider, and the honest one passes',
  async (engine) => {
    expect(await oidcFaults(engine, 20_261_125)).toEqual([]);
  },
);
