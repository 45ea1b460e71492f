/** Purposes, catalogue of document types and the desk's own choices. */
export { createSettings, type Settings, type SettingsData } from './create-settings.ts';
