/** The words of the language chosen. Reading them in a component makes it follow the choice. */
import { language } from '../state/preferences.js';
import { en, type Words } from './en.js';
import { es } from './es.js';

const CATALOGUES = { en, es } satisfies Record<string, Words>;

export const words = (): Words => CATALOGUES[language.value];
