/** @jsxImportSource preact */
/** The main question as a sentence with its boxes in it, search, and the settings. */
import type { JSX } from 'preact';
import mark from '../playground/mark.svg';
import { Icon } from './look/icons.js';
import { DateBox } from './question/date-box.js';
import { RegionBox } from './question/region-box.js';
import { SearchBox } from './search/search-box.js';
import { openEntity } from './state/deeds.js';
import { addressOf, change, view } from './state/history.js';
import { isDark, language, theme, type Language } from './state/preferences.js';
import { NOTHING } from './state/view.js';
import { en } from './words/en.js';
import { es } from './words/es.js';
import { words } from './words/words.js';

const LANGUAGES: readonly { code: Language; name: string }[] = [
  { code: 'en', name: en.name },
  { code: 'es', name: es.name },
];

export function Header(): JSX.Element {
  const text = words();
  const { region, embed, expanded, from, to } = view.value;
  const asked = region !== null || expanded.length > 0 || (from !== null && to !== null);
  return (
    <header class={asked ? 'header' : 'header header-opening'}>
      <a
        class="brand"
        href={addressOf(NOTHING)}
        onClick={(event) => {
          event.preventDefault();
          change({ ...NOTHING, embed });
        }}
      >
        <img src={mark} alt="" width="24" height="24" />
        Custodes
      </a>
      <h1 class="question">
        <span class="question-words">{text.question}</span> <RegionBox autofocus={!asked} />
        <span class="question-end">{text.questionEnd}</span>
      </h1>
      <DateBox />
      <div class="header-tools">
        <SearchBox id="search" pick={openEntity} />
        <label class="unseen" for="language">
          {text.languageLabel}
        </label>
        <select
          id="language"
          value={language.value}
          onChange={(event) => (language.value = event.currentTarget.value === 'es' ? 'es' : 'en')}
        >
          {LANGUAGES.map(({ code, name }) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="bar-button"
          aria-label={`${text.themeLabel}: ${isDark() ? text.themes.light : text.themes.dark}`}
          title={`${text.themeLabel}: ${isDark() ? text.themes.light : text.themes.dark}`}
          onClick={() => (theme.value = isDark() ? 'light' : 'dark')}
        >
          <Icon name={isDark() ? 'sun' : 'moon'} />
        </button>
        <a class="playground-link" href="./graphql">
          {text.playground}
        </a>
      </div>
    </header>
  );
}
