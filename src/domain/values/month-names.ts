/** English names of the months; Chinese and Japanese write the number. */
export const monthNames =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
export const monthShortNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
