export const field = {
  time_zone: 'Time zone',
  hint: 'As Asia/Shanghai. Days end at midnight there.',
  days_end: 'Days end at midnight there.',
};
