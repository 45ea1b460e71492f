/** Types the keys of `t` from the Russian catalogue. */
import 'i18next';
import type { ru } from './ru/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof ru };
    returnNull: false;
  }
}
