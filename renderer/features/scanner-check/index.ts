/** The check of scanner and camera. */
export { ScannerCheckDialog } from './ScannerCheckDialog.tsx';
