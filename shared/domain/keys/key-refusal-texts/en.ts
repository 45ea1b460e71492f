/** Refusals of the key store, in English. */
import type { KeyRefusalTexts } from './texts.ts';

export const en: KeyRefusalTexts = {
  refusal: {
    'key-file-unreadable': 'This is no key file, or it is damaged. Choose a .p12, .pfx or .pem file.',
    'password-wrong': 'The password is wrong. Check the keyboard layout and Caps Lock.',
    'key-unsupported': 'The key is protected or made by an algorithm this workstation does not work with.',
    'key-mismatch': 'Key and certificate in the file do not belong together. Obtain the file again.',
    'key-unknown': 'This key is not here any more. Refresh the list.',
    'key-known-already': 'This key is in the list already.',
    'no-certificate': 'The key has no certificate yet.',
    'certificate-unreadable': 'This is no certificate. Choose a .cer, .crt or .pem file.',
    'certificate-of-another-key': 'This is the certificate of another key. Choose the one issued for this key’s request.',
    'stored-key-unreadable': 'The record of the key is damaged. Remove the key and add it from its file again.',
    'too-many-attempts': 'Too many wrong passwords. Try again at {time}.',
    'password-refused': 'This password will not do: {faults}.',
    'pin-wrong': 'The PIN is wrong. After a few more wrong ones the token locks itself.',
    'token-removed': 'The token was pulled out. Put it in and try again.',
    'token-locked': 'The token is locked. Its administrator unlocks it with the PUK.',
    'token-full': 'There is no more room on the token. Remove keys that have ended.',
    'token-not-supported': 'The token does not make keys of this algorithm. Choose another one.',
  },
  fault: {
    'too-short': 'too short',
    'too-long': 'longer than 32 characters',
    'no-upper': 'no upper-case Latin letter',
    'no-lower': 'no lower-case Latin letter',
    'no-digit': 'no digit',
    'common': 'it is among the first anybody guesses',
    'owner-data': 'it contains the owner’s name or number',
    'same-as-before': 'it is the same as before',
  },
};
