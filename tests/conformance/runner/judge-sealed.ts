/** Cases of what is sealed: key files under their passwords, and the ciphers of the platform that seals rest on. */
import { type CipherGCMTypes, createDecipheriv } from 'node:crypto';
import { openPkcs12 } from '../../../electron/core/keystore/pkcs12/read-key-file.ts';
import { hexToBytes } from '../../../shared/util/bytes.ts';
import { accepted, type CaseJudge, reject } from './corpus-case.ts';

export const judgeKeyFile: CaseJudge = async (corpus, { p12, password }) => {
  const opened = await openPkcs12(corpus.blob(p12), password);
  if (!opened.ok) return reject(opened.failure);
  const { keys, certificates, unsupported } = opened.value;
  for (const key of keys) key.fill(0);
  return accepted(!unsupported && keys.length + certificates.length > 0, 'nothing that could be opened');
};

/** AES-GCM of the platform, with which the journal, the key store and secrets are sealed. */
export const judgeSealed: CaseJudge = (_, { key, iv, aad, ct, tag, msg }) => {
  try {
    const cipher = createDecipheriv(`aes-${key.length * 4}-gcm` as CipherGCMTypes, hexToBytes(key), hexToBytes(iv), { authTagLength: tag.length / 2 });
    cipher.setAAD(hexToBytes(aad)).setAuthTag(hexToBytes(tag));
    return accepted(cipher.update(ct, 'hex', 'hex') + cipher.final('hex') === msg, 'other plaintext');
  } catch (error) {
    return reject((error as Error).message);
  }
};

/** RFC 3394 of WebCrypto; nothing in the program is wrapped so yet, and what platforms do with it is known before anything is. */
export const judgeWrappedKey: CaseJudge = async (_, { key, ct, msg }) => {
  try {
    const wrapping = await crypto.subtle.importKey('raw', hexToBytes(key), 'AES-KW', false, ['unwrapKey']);
    const target = { name: 'HMAC', hash: 'SHA-256', length: msg.length * 4 };
    const unwrapped = await crypto.subtle.unwrapKey('raw', hexToBytes(ct), wrapping, 'AES-KW', target, true, ['sign']);
    return accepted(Buffer.from(await crypto.subtle.exportKey('raw', unwrapped)).toString('hex') === msg, 'another key');
  } catch (error) {
    if (error instanceof DOMException) return reject(error.name);
    throw error;
  }
};
