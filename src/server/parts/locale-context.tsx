import { createContext, useContext } from 'hono/jsx';
import type { View } from '../http/env.ts';
import type { Locale } from '../locale/locale.ts';
import { locale } from '../locale/locales.ts';

/** The view that the page being rendered is for. */
export const ViewContext = createContext<View>({
  locale: locale('en'),
  theme: undefined,
  address: '/',
  url: new URL('http://localhost/'),
  who: { kind: 'user' },
});

export function useView(): View {
  return useContext(ViewContext);
}

export function useLocale(): Locale {
  return useView().locale;
}
