import type { SampleData } from '#server/samples/sample-data.ts';
import { exampleZoneData, sampleData } from '#server/samples/service.ts';
import { historyOfSample } from '../cases/samples.ts';
import type { RegisterUnderTest } from './register.ts';

/** The samples of the product, with their ids and the days of their figures. */
export const samples = [
  { name: 'Qingdao', data: sampleData, sample: 'sample', from: '2020-04-30', to: '2021-08-31' },
  {
    name: 'Example Zone',
    data: exampleZoneData,
    sample: 'example_zone',
    from: '2020-01-31',
    to: '2025-06-30',
  },
] as const;

/** Makes the register of a sample, which is read by `get`. */
export const makeSampleRegister = (
  { get }: Pick<RegisterUnderTest, 'get'>,
  { profile, records }: SampleData,
): RegisterUnderTest => ({
  get,
  histories: records.map(historyOfSample),
  mapping: profile.stage_mapping,
  firstDay: profile.complete_from?.date ?? '',
  editionDays: [],
});
