export const field = {
  time_zone: 'Time zone',
  hint: 'Such as Asia/Shanghai. Days end at midnight there.',
  wrong: 'Choose a time zone from the list, such as Asia/Shanghai.',
  days_end: 'Days end at midnight there.',
};
