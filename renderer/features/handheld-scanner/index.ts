/** The handheld scanner of the desk. */
export { DeviceScannerSettings } from './devices/DeviceScannerSettings.tsx';
export { USUAL_BAUD } from './devices/use-device-scanners.ts';
export { HandheldNotice } from './HandheldNotice.tsx';
export { HandheldSettings } from './learning/HandheldSettings.tsx';
export { HandheldShield } from './HandheldShield.tsx';
export { judgeScanner, type ScannerFinding } from './learning/judge-scanner.ts';
export { createScanHandoff, type ScanHandoff } from './scan-handoff.ts';
export { useHandheldScanner, type HandheldState } from './use-handheld-scanner.ts';
export { useTappedScans } from './learning/use-tapped-scans.ts';
