/** Types of `chromium.mjs`, for the tests. */
export const NO_CHROMIUM: string;
export const QUIET: string[];
export const WEBGL_BY_SOFTWARE: string[];
export function installedChromium(): string | null;
