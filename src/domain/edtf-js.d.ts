/** The part of the edtf package (no types of its own) that is used here. `min` and `max` are milliseconds since 1970. */
declare module 'edtf' {
  interface Moments {
    min: number;
    max: number;
  }
  export default function edtf(text: string): {
    type: string;
    min: number | null;
    max: number | null;
    /** Members of a set or list; a pair for `a..b`. */
    values?: (Moments | [Moments, Moments])[];
    /** A set or list that begins or ends with `..`. */
    earlier?: boolean;
    later?: boolean;
  };
}
