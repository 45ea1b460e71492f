/** The installer of Windows, compiled as electron-builder does: what it runs there is in resources/installer. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const INCLUDE = join(import.meta.dirname, '../../../resources/installer/installer.nsh');
const compiler = spawnSync('makensis', ['-VERSION']).error === undefined;

/** A warning is an error: a macro or a variable that is not there is no more than that to the compiler. */
function compile(section: string): { status: number | null; said: string } {
  const script = ['Unicode true', 'Name trial', 'OutFile /dev/null', `!include "${INCLUDE}"`, 'Section', section, 'SectionEnd', 'Section Uninstall', '!insertmacro customUnInstall', 'SectionEnd', 'Function .onInit', 'WriteUninstaller "$INSTDIR\\gone.exe"', 'FunctionEnd'].join('\n');
  const { status, stdout } = spawnSync('makensis', ['-WX', '-V4', '-'], { input: script, encoding: 'utf8' });
  return { status, said: stdout };
}

test.skipIf(!compiler)('compiles, lets the portals through and keeps the folder of rules for administrators (skipped without makensis of Debian package nsis)', () => {
  const { status, said } = compile('!insertmacro customInstall');
  expect(said).toContain('LocalNetworkAccessAllowedForUrls');
  for (const right of ['/setowner *S-1-5-32-544', '/reset', '/inheritance:r /grant:r *S-1-5-32-544:(OI)(CI)F *S-1-5-18:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX']) expect(said).toContain(right);
  expect(status).toBe(0);
});

test.skipIf(!compiler)('changes no rights where a link leads elsewhere: the folder itself is asked about first, and links inside are not followed (skipped without makensis of Debian package nsis)', () => {
  const { said } = compile('!insertmacro customInstall');
  expect(said.indexOf('GetFileAttributes')).toBeGreaterThan(-1);
  expect(said.indexOf('GetFileAttributes')).toBeLessThan(said.indexOf('icacls.exe'));
  const orders = said.split('\n').filter((line) => line.includes('icacls.exe'));
  expect(orders.filter((order) => order.includes(' /L /Q'))).toEqual(orders);
  expect(orders).toHaveLength(3);
});

test.skipIf(!compiler)('and what it lacks would be seen (skipped without makensis of Debian package nsis)', () => {
  expect(compile('!insertmacro noSuchMacro').status).not.toBe(0);
});
