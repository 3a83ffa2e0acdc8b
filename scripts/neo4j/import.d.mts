/** Types of `import.mjs`, for the tests. */
export function importCsv(files: { home: string; nodes: string; relationships: string }): Promise<void>;
