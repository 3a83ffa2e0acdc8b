/** MiB of the heap that are in use after everything unreachable is gone. */
export function heapAfterCollection(): number;
