/** Types the keys of `t` from the Russian catalogues: the desk's, and under a name of its own that of the citizen's page. */
import 'i18next';
import type { ru as citizen } from '../citizen/texts/ru.ts';
import type { ru } from './ru/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof ru; citizen: typeof citizen };
    returnNull: false;
  }
}
