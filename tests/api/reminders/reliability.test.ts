import { expect, test } from 'vitest';
import { addressFaults } from '../../reliability/reminders/addresses.ts';
import { deliveryFaults } from '../../reliability/reminders/deliveries.ts';
import { engines } from '../../setup/api/stores.ts';

const seed = 20_261_127;

test('R-74: no form of a private address and no changing name lets a message into a private network', async () => {
  expect(await addressFaults(seed, 120)).toEqual([]);
});
test.each(engines)(
  'R-75: with failing endpoints and two servers no digest arrives twice, on $name',
  async (engine) => {
    expect(await deliveryFaults(engine, seed, 2)).toEqual([]);
  },
);
