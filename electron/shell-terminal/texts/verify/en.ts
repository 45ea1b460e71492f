/** What `tekser verify` says of a file and its signers, in English. */
export const verify = {
  good: 'The signature is good',
  bad: 'The signature is not good',
  undetermined: 'The signature could not be judged',
  signer: 'Signer: {name}',
  signedAt: 'Time-stamped: {at}',
  archivedAt: 'Archived: {at}',
  claimedAt: 'The signer says: {at} (not proven)',
  reading: 'Reading: {percent} %',
  revocationAsOf: 'Revocation known as of: {at}',
  signedDocument: 'Signed: the whole document',
  signedPart: 'Signed: only the part {part}',
  signedFile: 'Signed: {name}, {bytes} bytes',
};

export type VerifyText = Readonly<Record<keyof typeof verify, string>>;
