/** With `node --import`: a line on standard error for each module that the program imports, and whether OpenTelemetry's SDK is in it. */
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) register(import.meta.url);

export async function load(url, context, next) {
  const loaded = await next(url, context);
  // In the built program it stands in a file of ours, with others.
  const inIt = url.includes('/@opentelemetry/') || String(loaded.source ?? '').includes('BatchSpanProcessor');
  process._rawDebug(inIt ? `LOADED OPENTELEMETRY ${url}` : `LOADED ${url}`);
  return loaded;
}
