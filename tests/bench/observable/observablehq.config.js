// No search, side bar or fonts of other hosts: the page alone.
export default {
  root: 'src',
  title: 'Overview',
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  theme: 'air',
  globalStylesheets: [],
};
