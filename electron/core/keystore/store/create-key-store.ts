/** The store put together: each act is checked, written into the journal, and then done; what cannot be written down is not done. */
import type { KeyState, KeyView, PasswordFault } from '../../../../shared/domain/keys/key-view.ts';
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import { type Result, success } from '../../../../shared/util/result.ts';
import { withArmour } from '../../trust/asn1/index.ts';
import { identityOf } from '../../trust/x509/index.ts';
import { keyState } from '../lifecycle/key-state.ts';
import { passwordFaults } from '../lifecycle/password-policy.ts';
import { signingKeyOf } from '../signing-key-of.ts';
import { createKeyAdding, passwordRules } from './add-key.ts';
import { certificateIn } from './certificate-in.ts';
import { createKeyRecords } from './key-records.ts';
import type { Acting, KeyStore, KeyStoreOptions } from './key-store.ts';
import { keyViewOf } from './key-view-of.ts';
import { passwordRefused, refused } from './refusals.ts';
import { identityOfRecord, ownCertificateOf, type StoredKey } from './stored-key.ts';
import { createStoredKeyAccess } from './stored-key-access.ts';

type KeyEvent = Extract<Parameters<KeyStoreOptions['journal']['record']>[0], { kind: 'key-changed' }>;

export function createKeyStore(options: KeyStoreOptions): KeyStore {
  const { custodian, clock, policy, journal } = options;
  const records = createKeyRecords(options.shelf);
  const access = createStoredKeyAccess(options, records);
  const adding = createKeyAdding(options, records);

  async function stateOf(key: StoredKey): Promise<KeyState> {
    const certificate = ownCertificateOf(key);
    if (certificate === null) return { is: 'awaiting-certificate' };
    return keyState(certificate, clock.now(), policy(), () => options.worthOf(certificate.encoded));
  }

  const viewOf = async (key: StoredKey): Promise<KeyView> => keyViewOf(key, await stateOf(key));

  /** What is wrong with a new password for this key; null where there is no such key. */
  async function faultsOf(id: string, password: string): Promise<PasswordFault[] | null> {
    const key = await records.find(id);
    if (key === null) return null;
    return passwordFaults(password, passwordRules(options), ownCertificateOf(key)?.subject.attributes.map(({ text }) => text));
  }

  async function note(key: StoredKey, change: Pick<KeyEvent, 'change'> & Partial<KeyEvent>, acting: Acting): Promise<void> {
    const certificate = ownCertificateOf(key);
    const certificateHash = certificate === null ? null : (await identityOf(certificate)).certificateHash;
    await journal.record({ kind: 'key-changed', keyId: key.id, certificateHash, form: null, reason: null, ...change }, acting);
  }

  async function added(key: StoredKey, change: 'imported' | 'generated', acting: Acting): Promise<Result<KeyView, never>> {
    await note(key, { change }, acting);
    await records.save(key);
    return success(await viewOf(key));
  }

  /** Opens with the password; a wrong one is written down as well. */
  async function opened(id: string, password: string, acting: Acting): ReturnType<typeof access.open> {
    const record = await access.open(id, password);
    const guessed = record.ok || record.failure.code !== 'password-wrong' ? null : await records.find(id);
    if (guessed !== null) await note(guessed, { change: 'password-wrong' }, acting);
    return record;
  }

  return {
    list: async () => Promise.all((await records.all()).map(viewOf)),
    async importKeyFile(order, acting) {
      const stored = await adding.fromFile(order);
      return stored.ok ? added(stored.value, 'imported', acting) : stored;
    },
    async generate(order, acting) {
      const stored = await adding.generated(order);
      return stored.ok ? added(stored.value, 'generated', acting) : stored;
    },
    async request(id) {
      const key = await records.find(id);
      if (key === null) return refused('key-unknown');
      if (key.request === null) return refused('no-certificate');
      const { fileName } = await viewOf(key);
      return success({ fileName: fileName.replace(/\.p12$/, '.csr'), bytes: new TextEncoder().encode(withArmour('CERTIFICATE REQUEST', key.request)) });
    },
    async installCertificate(id, encoded, acting) {
      const key = await records.find(id);
      if (key === null) return refused('key-unknown');
      const certificate = certificateIn(encoded);
      if (certificate === null) return refused('certificate-unreadable');
      if (!bytesEqual(certificate.publicKey.encoded, key.publicKey)) return refused('certificate-of-another-key');
      const installed: StoredKey = { ...key, certificates: [certificate.encoded], request: null, remindedAt: null };
      await note(installed, { change: 'certificate-installed' }, acting);
      await records.save(installed);
      return success(await viewOf(installed));
    },
    async changePassword(id, passwords, acting) {
      const faults = await faultsOf(id, passwords.new);
      if (faults === null) return refused('key-unknown');
      if (passwords.new === passwords.old) faults.push('same-as-before');
      if (faults.length > 0) return passwordRefused(faults);
      const record = await opened(id, passwords.old, acting);
      if (!record.ok) return record;
      const { key, handle } = record.value;
      const wrapped = await custodian.wrap(handle, passwords.new, identityOfRecord(key));
      await custodian.close(handle);
      if (!wrapped.ok) throw new TypeError('a key was closed while its password was changed');
      await note(key, { change: 'password-changed' }, acting);
      await records.save({ ...key, wrapped: wrapped.value });
      return success(null);
    },
    async handOut({ id, password, newPassword, form }, acting) {
      const faults = await faultsOf(id, newPassword);
      if (faults === null) return refused('key-unknown');
      if (faults.length > 0) return passwordRefused(faults);
      const record = await opened(id, password, acting);
      if (!record.ok) return record;
      const { key, handle } = record.value;
      const [certificate] = key.certificates;
      const file = certificate === undefined ? null : await custodian.exportKeyFile(handle, certificate, newPassword, form);
      await custodian.close(handle);
      if (file === null || !file.ok) return refused('no-certificate');
      await note(key, { change: 'handed-out', form }, acting);
      const { fileName } = await viewOf(key);
      return success({ fileName: form === 'pem' ? fileName.replace(/\.p12$/, '.pem') : fileName, bytes: file.value });
    },
    async remove(id, reason, acting) {
      const key = await records.find(id);
      if (key === null) return refused('key-unknown');
      await note(key, { change: 'removed', reason }, acting);
      await records.remove(id);
      return success(null);
    },
    async open(id, password, acting) {
      const record = await opened(id, password, acting);
      if (!record.ok) return record;
      const { key, handle } = record.value;
      const signing = await signingKeyOf({ handle, algorithm: key.algorithm, certificates: key.certificates }, custodian);
      if (signing !== null) return success(signing);
      await custodian.close(handle);
      return refused('no-certificate');
    },
  };
}
