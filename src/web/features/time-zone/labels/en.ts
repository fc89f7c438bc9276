export const field = {
  time_zone: 'Time zone',
  hint: 'As Asia/Shanghai. Days end at midnight there.',
  wrong: 'Choose a time zone from the list, as Asia/Shanghai.',
  days_end: 'Days end at midnight there.',
};
