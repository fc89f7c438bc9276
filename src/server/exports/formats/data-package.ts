import { compact } from '#domain/values/compact.ts';
import type { Licence } from '#domain/zone/rights/redistribution.ts';

/** Makes the name of a package or of a table in it. The specification allows no underscores. */
export const resourceName = (id: string): string => id.replaceAll('_', '-');

/**
 * The dialect of the CSV files of a data package. The specification requires `doubleQuote`.
 * Source: https://specs.frictionlessdata.io/csv-dialect/
 */
export const csvDialect = {
  delimiter: ',',
  lineTerminator: '\r\n',
  quoteChar: '"',
  doubleQuote: true,
  header: true,
} as const;

/**
 * Describes the licences of a package. Without a licence the property is omitted, since an empty
 * list is not allowed.
 */
export const describeLicence = (licence: Licence | null | undefined) =>
  licence === null || licence === undefined
    ? {}
    : {
        licenses: [
          {
            // the specification asks for an id of Open Definition, so any other name takes that
            // form
            name: licence.name.replace(/[^\p{L}\p{N}._-]+/gu, '-'),
            title: licence.name,
            ...compact({ path: licence.url }),
          },
        ],
      };
