/** `tekser doctor`: looks over the workstation and says what needs attention. Ready is 0, otherwise 1. */
import { readConnection } from '../../workstation/read-connection.ts';
import { EXIT } from '../exit-code.ts';
import { connectionFindings } from '../doctor/connection-findings.ts';
import type { Finding } from '../doctor/finding.ts';
import { journalFindings } from '../doctor/journal-findings.ts';
import { machineFindings } from '../doctor/machine-findings.ts';
import { portalFindings } from '../doctor/portal-findings.ts';
import { trustFindings } from '../doctor/trust-findings.ts';
import { findDirectory } from '../desk/work-directory.ts';
import type { CommonOptions, Run } from './command.ts';

export interface DoctorOptions extends CommonOptions {
  connection?: string;
}

export const doctor: Run<DoctorOptions> = async (terminal, { data, environment, connection: source }) => {
  const { doctor: text } = terminal.text;
  const connection = source === undefined ? null : await readConnection(source);
  const meant = connection?.ok === true ? connection.value.environment : environment;
  const directory = await findDirectory({ ...(data !== undefined && { data }), ...(meant !== undefined && { environment: meant }) }, terminal);
  const findings: Finding[] = [];
  const steps = [
    () => machineFindings(directory, terminal),
    () => journalFindings(directory, terminal),
    () => connectionFindings(connection),
    () => portalFindings(directory),
    () => trustFindings(directory, connection?.ok === true ? connection.value : null),
  ];
  for (const step of steps) {
    terminal.progress(`${findings.length}…`);
    findings.push(...(await step()));
  }
  const ready = findings.every(({ state }) => state !== 'warn' && state !== 'bad');
  terminal.answer(
    [
      ...findings.map(({ part, state, fact }) => `${text[part]}: ${text[state]}${fact === '' ? '' : ` (${fact})`}`),
      ready ? text.summaryGood : text.summaryBad,
    ],
    { ready, findings },
  );
  return ready ? EXIT.valid : EXIT.notValid;
};
