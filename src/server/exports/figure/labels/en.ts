/** Texts in the data of a figure. */
export const figure = {
  revision: (number: number) => `Revision ${number}`,
};
