/** All places keys of this workstation come from: key files, the own store, tokens. */
import type { KeyPlaceOffer } from '../../../../../shared/domain/signing/signing-keys.ts';
import type { KeyRefusal } from '../../../../../shared/domain/keys/key-view.ts';
import { failure, success } from '../../../../../shared/util/result.ts';
import type { TokenCustodian, TokenRefusal } from '../../../../ports/keys/token-custodian.ts';
import { openToken } from '../../open-token.ts';
import type { StoredKeys } from '../../store/key-store.ts';
import type { KeyPlaces, OpenRefusal } from './key-places.ts';

/** Names of NCALayer for tokens, by what the token says of itself. */
const NCALAYER_STORES: readonly (readonly [RegExp, string])[] = [
  [/kaztoken/i, 'AKKaztokenStore'],
  [/etoken.*72k/i, 'AKEToken72KStore'],
  [/etoken/i, 'AKEToken5110Store'],
  [/jacarta/i, 'AKJaCartaStore'],
  [/akey/i, 'AKAKEYStore'],
];

export function workstationKeyPlaces(files: KeyPlaces, store: StoredKeys, tokens: TokenCustodian): KeyPlaces {
  return {
    async offers() {
      const stored = (await store.list()).flatMap(({ id, certificate }): KeyPlaceOffer[] =>
        certificate === null ? [] : [{ place: { type: 'own-store', keyId: id }, label: certificate.commonName, detail: certificate.organisation }],
      );
      const plugged = (await tokens.list()).map(({ id, label, model }): KeyPlaceOffer => ({ place: { type: 'token', slot: id }, label, detail: model }));
      return [...(await files.offers()), ...stored, ...plugged];
    },
    async hardwareStores() {
      const named = (await tokens.list()).flatMap(({ manufacturer, model }) => NCALAYER_STORES.find(([pattern]) => pattern.test(`${manufacturer} ${model}`))?.[1] ?? []);
      return [...new Set(named)];
    },
    async open(place, password) {
      if (place.type === 'file') return files.open(place, password);
      if (place.type === 'own-store') {
        const key = await store.open(place.keyId, password);
        return key.ok ? success([key.value]) : failure(storeRefusal(key.failure));
      }
      const keys = await openToken(place.slot, password, tokens);
      return keys.ok ? keys : failure(tokenRefusal(keys.failure));
    },
  };
}

function storeRefusal({ code }: KeyRefusal): OpenRefusal {
  if (code === 'too-many-attempts') return { code: 'store-locked', triesLeft: 0 };
  if (code === 'no-certificate') return { code: 'key-unknown', triesLeft: null };
  return { code: code === 'password-wrong' || code === 'key-unknown' || code === 'key-unsupported' ? code : 'stored-key-unreadable', triesLeft: null };
}

/** PKCS#11 tells of the last try alone; the number before it is known to the token only. */
function tokenRefusal(refusal: TokenRefusal): OpenRefusal {
  if (refusal.code === 'pin-wrong') {
    if (refusal.pin === 'locked') return { code: 'token-locked', triesLeft: 0 };
    return { code: 'password-wrong', triesLeft: refusal.pin === 'last-try' ? 1 : null };
  }
  if (refusal.code === 'token-locked') return { code: 'token-locked', triesLeft: 0 };
  return { code: refusal.code === 'token-removed' ? 'token-removed' : 'token-not-supported', triesLeft: null };
}
