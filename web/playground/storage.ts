import type { GraphiQLProps } from 'graphiql';

const PREFIX = 'custodes:';

/**
 * What the playground remembers between visits (tabs, panels, theme), under names of its own: another GraphiQL that once ran at
 * the same address must not bring its tabs along, nor hide the ready queries. "Clear data" in the settings forgets it all.
 */
export const storage: NonNullable<GraphiQLProps['storage']> = {
  getItem: (key) => localStorage.getItem(PREFIX + key),
  setItem: (key, value) => localStorage.setItem(PREFIX + key, value),
  removeItem: (key) => localStorage.removeItem(PREFIX + key),
  get length() {
    return ownKeys().length;
  },
  clear: () => ownKeys().forEach((key) => localStorage.removeItem(key)),
};

function ownKeys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}
