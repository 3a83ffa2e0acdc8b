/** The order by id that every list of records has, the same on every engine: by UTF-16 code unit. Ties are the same record. */
export const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
