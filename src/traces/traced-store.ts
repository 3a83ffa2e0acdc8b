import { SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import type { GraphStore } from '../store/port.js';

/** The store with a span for each question of a request, named as the port names it: `store relationsOf`. */
export function tracedStore(store: GraphStore, tracer: Tracer): GraphStore {
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function' || typeof name === 'symbol') return value;
      const method = value.bind(target) as (...given: unknown[]) => unknown;
      if (name === 'snapshot') return () => tracedStore(target.snapshot(), tracer);
      return (...given: unknown[]) => {
        if (trace.getActiveSpan() === undefined) return method(...given);
        return tracer.startActiveSpan(`store ${name}`, { attributes: { 'custodes.engine': target.engine } }, (span) => {
          const answer = method(...given);
          if (!(answer instanceof Promise)) {
            span.end();
            return answer;
          }
          return answer
            .catch((problem: unknown) => {
              span.setStatus({ code: SpanStatusCode.ERROR });
              throw problem;
            })
            .finally(() => span.end());
        });
      };
    },
  });
}
