/** The day number of 1970-01-01 in a workbook, which counts days from 1899-12-30. */
export const sheetEpoch = 25_569;
