/** Where the result belongs. */
export const OPERATIONS_FILE: string;
/** The text of `operations.ts`. */
export function generatedOperations(): Promise<string>;
