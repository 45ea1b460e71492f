/** The way from the screens to the core. */
export { acceptSignIn, changePreferences, type Page } from './page.ts';
export { PageContext, useAppInfo, useHealth, useHost, usePage, usePreferences, useSession } from './page-context.ts';
