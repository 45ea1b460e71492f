/** The shape every language fills: the keys of the Russian catalogue, with any text under them. */
import type { ru } from './ru/index.ts';

type Texts<Tree> = { readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Texts<Tree[Key]> };

export type Catalogue = Texts<typeof ru>;
