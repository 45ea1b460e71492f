/** Hands the page's one connection to the components, each store as a hook. */
import { createContext, use } from 'react';
import type { AppInfo, Preferences, ServiceHealth } from '../../shared/domain/desk/app-state.ts';
import type { OperatorSession } from '../../shared/domain/desk/operator-session.ts';
import type { Host } from '../../shared/ipc/contract.ts';
import type { Page } from './page.ts';
import { useStore } from './store.ts';

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = use(PageContext);
  if (page === null) throw new Error('PageContextMissing');
  return page;
}

export const useHost = (): Host => usePage().host;
export const useAppInfo = (): AppInfo => useStore(usePage().info);
export const useSession = (): OperatorSession => useStore(usePage().session);
export const useHealth = (): ServiceHealth => useStore(usePage().health);
export const usePreferences = (): Preferences => useStore(usePage().preferences);
