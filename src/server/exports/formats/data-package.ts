import type { Licence } from '#domain/zone/rights/redistribution.ts';

/** The name of a package or of a table in it: the specification allows no underscores. */
export const resourceName = (id: string): string => id.replaceAll('_', '-');

/** How the CSV files of a data package are written. */
export const csvDialect = { delimiter: ',', lineTerminator: '\r\n', header: true } as const;

/**
 * The licences of a package; none where the zone gives none, since an empty list is not allowed.
 */
export const describeLicence = (licence: Licence | null | undefined) =>
  licence === null || licence === undefined
    ? {}
    : {
        licenses: [
          {
            // the name of a licence without an address is that of Open Definition or a word of its
            // own
            name: licence.name.replace(/[^\p{L}\p{N}._-]+/gu, '-'),
            title: licence.name,
            ...(licence.url === undefined ? {} : { path: licence.url }),
          },
        ],
      };
