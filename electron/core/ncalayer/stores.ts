/** Stores by the names the portals use. */
import { FILE_STORE } from '../keystore/signing/index.ts';

/** Keystores of Java are known by name only: nobody has issued keys in them for years, and none are opened here. */
const NAMES: ReadonlySet<string> = new Set([
  FILE_STORE,
  'JKS',
  'AKKaztokenStore',
  'AKKZIDCardStore',
  'AKEToken72KStore',
  'AKEToken5110Store',
  'AKJaCartaStore',
  'AKAKEYStore',
]);

export const unknownStore = (name: string): boolean => !NAMES.has(name);
