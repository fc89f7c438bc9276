/**
 * Styles of a component: `import * as cardStyles from './card.module.css'`, then
 * `cardStyles.header`. The build names a class `<file>_<class>`, as `card_header`;
 * tests/styles.test.ts finds wrong names.
 */
declare module '*.module.css';
