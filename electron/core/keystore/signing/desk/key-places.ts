/** Where the keys of a request may come from: key files, the own store, tokens. */
import type { KeyPlace, KeyPlaceOffer, OpenKeysRefusal } from '../../../../../shared/domain/signing/signing-keys.ts';
import { failure, type Result, success } from '../../../../../shared/util/result.ts';
import type { KeyCustodian } from '../../../../ports/keys/key-custodian.ts';
import type { LocalFiles } from '../../../../ports/signing/local-files.ts';
import { openKeyFile } from '../../open-key-file.ts';
import type { SigningKey } from '../../signing-key.ts';

export interface OpenRefusal {
  code: OpenKeysRefusal;
  triesLeft: number | null;
}

export interface KeyPlaces {
  /** Places besides files, that are there now. */
  offers(): Promise<KeyPlaceOffer[]>;
  /** Names of NCALayer for the tokens that are plugged in. */
  hardwareStores(): Promise<string[]>;
  /** The caller closes the keys. */
  open(place: KeyPlace, password: string): Promise<Result<SigningKey[], OpenRefusal>>;
}

/** Honest key files have a few thousand octets. */
const KEY_FILE_BYTES = 64 * 1024;

/** Key files alone. */
export function fileKeyPlaces(files: LocalFiles, custodian: KeyCustodian): KeyPlaces {
  return {
    offers: async () => [],
    hardwareStores: async () => [],
    async open(place, password) {
      if (place.type !== 'file') return failure({ code: 'token-removed', triesLeft: null });
      const read = await files.read(place.path, KEY_FILE_BYTES);
      if (!read.ok) return failure({ code: read.failure === 'file-too-large' ? 'file-too-large' : 'file-not-found', triesLeft: null });
      const key = await openKeyFile(read.value, password, custodian);
      return key.ok ? success([key.value]) : failure({ code: key.failure, triesLeft: null });
    },
  };
}
