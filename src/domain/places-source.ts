/** How the ids of the sources begin that the places of the world rest on, which come with the project: editions of Unicode CLDR. */
export const PLACES_SOURCES = 'unicode-cldr-';

export const isPlacesSource = (sourceId: string): boolean => sourceId.startsWith(PLACES_SOURCES);
