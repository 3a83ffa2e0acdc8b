export function filled(page: string, values: Record<string, string | number>): string;
export function numbersByHand(page: string): string[];
