/** A measure of each entity, by id; null where it is not defined (an isolate has no constraint). */
export type Values = Map<string, number | null>;
