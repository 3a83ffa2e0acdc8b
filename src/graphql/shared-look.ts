/**
 * Shares one look at something that changes among all who want it at a time, and lets nobody see what was so before they asked: who
 * comes while a look is under way waits for the next one, together with all others that came meanwhile.
 */
export function sharedLook<T>(look: () => Promise<T>): () => Promise<T> {
  let current: Promise<T> | null = null;
  let next: Promise<T> | null = null;

  const start = (): Promise<T> => {
    next = null;
    const looking = look().finally(() => {
      if (current === looking) current = null;
    });
    return (current = looking);
  };

  return () => {
    if (current === null) return start();
    return (next ??= current.then(start, start));
  };
}
