/** Said where no desk opens, in English. */
import type { StartTexts } from './start-texts.ts';

export const en: StartTexts = {
  environment: { training: 'training', test: 'test', production: 'production', unknown: 'unknown' },
  alreadyRunning: (pid) =>
    `Tekser already runs on this data directory${pid === null ? '' : ` (process ${pid})`}. Use its window, or --data DIR for another.`,
  windowKeepsCrashing: 'The window crashed several times in a row. Start Tekser again; if it crashes again, ask support and send the log.',
  windowOpenedAgain: 'The window crashed and is opened again. The desk is locked.',
  otherEnvironment: (directory, begun, wanted) =>
    `The data directory ${directory} was begun in the environment “${begun}”, and this start is for “${wanted}”. ` +
    'Training and real data are never kept together: leave --data and TEKSER_DATA out, or name another directory.',
  anchorsMissing: (environment, named) =>
    `No root certificate is trusted here, so no document could be proved. Import those of the environment “${named}”: ` +
    `tekser trust import FILE --environment ${environment}, or name them in the connection.`,
  anchorNotPinned: (named, sha256) => `The connection trusts an authority that is not known for the environment “${named}” (SHA-256 ${sha256}).`,
  anchorOfOtherEnvironment: (named, authority, its) =>
    `The connection for “${named}” trusts ${authority}, an authority of the environment “${its}”.`,
  anchorNotRoot: (authority) =>
    `The connection names ${authority} as a root, but it is an issuing authority. Move it from trust.anchors to trust.intermediates.`,
  takeOfficial: 'Take the certificates from their official addresses, or leave trust.anchors empty and use “tekser trust import”.',
  takeFromStand: 'A stand names its own authority: take the connection from the stand.',
  connection: {
    unreadable: 'cannot be read. Check the path and its rights.',
    'too-large': 'is too large for a connection file.',
    unreachable: 'does not answer. Check the address and that the service is running.',
    insecure: 'is an address without TLS outside this machine. Use https.',
    malformed: 'is not a connection file.',
  },
};
