/** What `tekser verify` says of a file and its signers, in English. */
export const verify = {
  good: 'The signature is good',
  attention: 'The signature is good, with a remark',
  bad: 'The signature is not good',
  undetermined: 'The signature could not be judged',
  signer: 'Signer: {name}',
  role: 'In the role of: {roles}',
  identified: 'Identity established: {channel}',
  signedAt: 'Time-stamped: {at}',
  archivedAt: 'Archived: {at}',
  claimedAt: 'The signer says: {at} (not proven)',
  reading: 'Reading: {percent} %',
  revocationAsOf: 'Revocation known as of: {at}',
  roots: 'Trusted root: {worlds}',
  unknownRoot: 'unknown to this program',
  signedDocument: 'Signed: the whole document',
  signedPart: 'Signed: only the part {part}',
  signedFile: 'Signed: {name}, {bytes} bytes',
};

export type VerifyText = Readonly<Record<keyof typeof verify, string>>;
