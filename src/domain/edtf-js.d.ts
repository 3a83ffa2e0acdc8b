/** The part of the edtf package (no types of its own) that is used here. `min` and `max` are milliseconds since 1970. */
declare module 'edtf' {
  export default function edtf(text: string): { type: string; min: number | null; max: number | null };
}
