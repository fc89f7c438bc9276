import { expect, test } from 'vitest';
import { oidcFaults } from '../../../reliability/accounts/single-sign-on.ts';
import { engines } from '../../../setup/api/stores.ts';

test.each(engines)(
  'R-15: on $name no hostile answer of the organisation’s provider signs anybody in, and the honest one does',
  async (engine) => {
    expect(await oidcFaults(engine, 20_261_125)).toEqual([]);
  },
);
