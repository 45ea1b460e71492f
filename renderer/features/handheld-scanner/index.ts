/** The handheld scanner of the desk. */
export { DeviceScannerSettings } from './devices/DeviceScannerSettings.tsx';
export { USUAL_BAUD } from './devices/use-device-scanners.ts';
export { HandheldNotice } from './HandheldNotice.tsx';
export { HandheldSettings } from './HandheldSettings.tsx';
export { HandheldShield } from './HandheldShield.tsx';
export { judgeScanner, type ScannerFinding } from './judge-scanner.ts';
export { useHandheldScanner, type HandheldState } from './use-handheld-scanner.ts';
export { useTappedScans } from './use-tapped-scans.ts';
