/** The shape every language fills: the keys of the Russian catalogue, with any text under them. */
import type { Translated } from '../../shared/domain/localized.ts';
import type { ru } from './ru/index.ts';

export type Catalogue = Translated<typeof ru>;
