export function SettingsScreen(_: { session: unknown }) { return null; }
