/** The packaging file is one electron-builder accepts, with every fuse decided: packing itself needs Electron's binary. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';

const REPOSITORY = join(import.meta.dirname, '../../..');
const schemaFile = createRequire(join(REPOSITORY, 'node_modules/electron-builder/package.json')).resolve('app-builder-lib/scheme.json');
const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as { definitions: { FuseOptionsV1: { properties: object } } };
const readConfiguration = () => load(readFileSync(join(REPOSITORY, 'electron-builder.yml'), 'utf8')) as Record<string, unknown>;

// The schema uses words of electron-builder's own validator.
const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);

test('the file follows the schema', () => {
  validate(readConfiguration());
  expect(validate.errors).toBeNull();
});

test('the schema would notice a mistake', () => {
  expect(validate({ ...readConfiguration(), electronFuse: {} })).toBe(false);
  expect(validate({ ...readConfiguration(), electronFuses: { runAsNode: 'no' } })).toBe(false);
});

test('every fuse is decided, and the dangerous ones are off', () => {
  const { electronFuses } = readConfiguration();
  expect(Object.keys(electronFuses as object).toSorted()).toEqual(Object.keys(schema.definitions.FuseOptionsV1.properties).toSorted());
  expect(electronFuses).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
  });
});

test('integrity checks are not switched off by another word', () => {
  expect(readConfiguration()).not.toHaveProperty('disableAsarIntegrity');
  expect(readConfiguration()).toMatchObject({ asar: true, asarUnpack: ['**/*.node'], npmRebuild: false });
});

// macOS ends a program that opens a device without having said why (NSCameraUsageDescription), and a hardened one without its entitlement.
test.each([
  ['camera', 'NSCameraUsageDescription', 'com.apple.security.device.camera'],
  ['microphone', 'NSMicrophoneUsageDescription', 'com.apple.security.device.audio-input'],
])('on macOS the program says why it wants the %s, and may have it', (_device, usage, entitlement) => {
  const { mac } = readConfiguration() as { mac: { entitlements: string; entitlementsInherit: string; extendInfo: Record<string, string> } };
  expect(mac.extendInfo[usage]).toMatch(/^Tekser .+\.$/);
  for (const file of [mac.entitlements, mac.entitlementsInherit]) {
    expect(readFileSync(join(REPOSITORY, file), 'utf8')).toMatch(new RegExp(`<key>${entitlement.replaceAll('.', '\\.')}</key>\\s*<true/>`));
  }
});
