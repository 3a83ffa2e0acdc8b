/** Types of `server.mjs`, for the tests. */
export function startNeo4j(options: {
  home: string;
  boltPort?: number;
  httpPort?: number;
  password?: string | null;
  heap?: string;
  graphDataScience?: boolean;
  settings?: Record<string, unknown>;
  say?: (line: string) => void;
}): Promise<{
  uri: string;
  browser: string;
  user: string;
  password: string;
  pid: number;
  stop: () => Promise<void>;
  kill: () => Promise<void>;
  ended: Promise<void>;
}>;
export const NEO4J_FOLDER: string;
