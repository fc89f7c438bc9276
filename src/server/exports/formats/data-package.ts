/** The name of a package or of a table in it: the specification allows no underscores. */
export const resourceName = (id: string): string => id.replaceAll('_', '-');

/** How the CSV files of a data package are written. */
export const csvDialect = { delimiter: ',', lineTerminator: '\r\n', header: true } as const;
