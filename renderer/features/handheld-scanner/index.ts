/** The handheld scanner of the desk. */
export { DeviceScannerSettings } from './devices/DeviceScannerSettings.tsx';
export { USUAL_BAUD } from './devices/use-device-scanners.ts';
export { HandheldNotice } from './HandheldNotice.tsx';
export { HandheldSettings } from './HandheldSettings.tsx';
export { HandheldShield } from './HandheldShield.tsx';
export { useHandheldScanner, type HandheldState } from './use-handheld-scanner.ts';
