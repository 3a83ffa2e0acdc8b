/** What a visitor prefers, kept in the browser and not in the address: a shared link shows the same to eyes of another taste. */
import { effect, signal, type Signal } from '@preact/signals';

export type Language = 'en' | 'es';
export type Theme = 'auto' | 'light' | 'dark';

/** `lang` and `theme` in the address win at the first visit, so that a frame can be set to suit the page around it. */
function preference<Value extends string>(name: string, values: readonly Value[], usual: Value): Signal<Value> {
  const given = new URLSearchParams(location.search).get(name) ?? read(name);
  const value = signal(values.find((one) => one === given) ?? usual);
  effect(() => write(name, value.value));
  return value;
}

const KEY = 'custodes-explorer:';

/** A browser may refuse storage, in a frame for one. */
function read(name: string): string | null {
  try {
    return localStorage.getItem(KEY + name);
  } catch {
    return null;
  }
}
function write(name: string, value: string): void {
  try {
    localStorage.setItem(KEY + name, value);
  } catch {
    // Then it is forgotten with the page.
  }
}

const ofBrowser: Language = navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en';

export const language = preference<Language>('lang', ['en', 'es'], ofBrowser);
export const theme = preference<Theme>('theme', ['auto', 'light', 'dark'], 'auto');

const darkSystem = matchMedia('(prefers-color-scheme: dark)');
const systemIsDark = signal(darkSystem.matches);
darkSystem.addEventListener('change', ({ matches }) => (systemIsDark.value = matches));

/** Whether the page is dark now. */
export const isDark = (): boolean => (theme.value === 'auto' ? systemIsDark.value : theme.value === 'dark');

effect(() => {
  document.documentElement.dataset['theme'] = isDark() ? 'dark' : 'light';
  document.documentElement.lang = language.value;
});
