import type { Name } from '../model.js';
import { compared, inLatin, type ComparedName } from './name-similarity.js';

interface ReadyName {
  own: ComparedName | null;
  /** Without what stands in brackets, as the country of `Ministry of Interior (Kenya)`; null where there are none. */
  plain: ComparedName | null;
  /** In Latin letters; null where it is written in them. */
  latin: ComparedName | null;
}

/** Names are records that do not change, so each is made ready once. */
const ready = new WeakMap<Name, ReadyName>();

export function readyName(name: Name): ReadyName {
  let made = ready.get(name);
  if (made === undefined) {
    const plain = name.text.includes('(') ? compared(name.text.replace(/\([^)]*\)/g, ' ')) : null;
    ready.set(name, (made = { own: compared(name.text), plain, latin: inLatin(name.text) }));
  }
  return made;
}
