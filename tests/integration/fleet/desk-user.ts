/** The user of one workstation as docs/fleet.md has it in the settings of the servers: it speaks and hears in its own name alone. */

const DESK = '100000000000.branch.desk-1';

export const deskUserOf = (publicKey: string): string => `
      { nkey: ${publicKey}, permissions: {
        publish: ["tekser.log.${DESK}", "tekser.entry.${DESK}", "tekser.checkpoint.${DESK}", "$JS.API.DIRECT.GET.TEKSER_ANSWERS.tekser.answer.${DESK}"]
        subscribe: ["tekser.answer.${DESK}", "_INBOX.${DESK}.>"]
      } }`;
