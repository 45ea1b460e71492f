/** Packages of evidence on the command line in English. */
export const en = {
  help: {
    evidence: 'packages of evidence of remote identification',
    verify: 'say whether a package is whole, unaltered and signed',
    open: 'unpack what a package holds into a new folder',
    file: 'package (.tekser-evidence)',
    archiveKey: 'private key of the organisation’s archive (PKCS#8, PEM)',
    out: 'folder to make',
  },
  state: {
    sealed: 'Sealed: every item is as it was written.',
    partial: 'Partial: the session broke off before it was signed. What is there is as it was written.',
    altered: 'Altered: somebody changed the file.',
    'not-ours': 'No package of this archive.',
  },
  package: 'package {id}, case {case}',
  session: 'operator {operator}, policy {policy}, script {script}, {from} to {to}',
  byMachine: 'decided by the program without an operator: policy {policy}, rules {script}, {from} to {to}; signed by the organisation',
  items: '{count} items',
  head: 'rolling hash, as the journal has it: {head}',
  manifest: 'SHA-256 of the manifest, as the journal has it: {hash}',
  unpacked: 'Unpacked into {folder}.',
} as const;
