import { influence } from '../domain/influence.js';
import { influenceReport } from './influence-report.js';
import { openStore } from './open-store.js';

export interface InfluenceOptions {
  seeds: string;
  asOf?: string;
  maxSteps?: number;
  decay?: number;
  relationTypes?: string[];
  first: number;
  json: boolean;
}

/** Prints who influences the oversight of private security in a region. */
export async function influenceCommand(region: string, options: InfluenceOptions): Promise<void> {
  const { store } = await openStore(options.seeds);
  try {
    const { seeds: _, json, ...question } = options;
    const answer = await influence(store, { region, ...question });
    console.log(json ? JSON.stringify(answer, null, 2) : await influenceReport(store, answer));
  } finally {
    await store.close();
  }
}
