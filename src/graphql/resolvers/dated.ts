import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import { holding } from '../../domain/as-of.js';
import { BEGINNING_OF_TIME, END_OF_TIME } from '../../domain/edtf.js';
import type { TimeSpan } from '../../domain/model.js';
import { Holding } from '../types/enums.js';
import { Dated } from '../types/node.js';
import { Bounds } from '../types/particulars.js';

/** Entities and relations: both keep their dates in `time`. */
interface Timed {
  time: TimeSpan;
}

@Resolver(() => Dated)
export class DatedResolver {
  @FieldResolver()
  start(@Root() { time }: Timed): string | null {
    return time.start;
  }

  @FieldResolver()
  startStatus(@Root() { time }: Timed): string {
    return time.startStatus;
  }

  @FieldResolver()
  end(@Root() { time }: Timed): string | null {
    return time.end;
  }

  @FieldResolver()
  endStatus(@Root() { time }: Timed): string {
    return time.endStatus;
  }

  @FieldResolver()
  attested(@Root() { time }: Timed): string[] {
    return time.attested;
  }

  @FieldResolver()
  persists(@Root() { time }: Timed): boolean {
    return time.persists;
  }

  @FieldResolver(() => Bounds, { description: 'The days between which it began and ended, as far as the dates tell.' })
  bounds(@Root() { time }: Timed): Bounds {
    const day = (bound: string): string | null => (bound === BEGINNING_OF_TIME || bound === END_OF_TIME ? null : bound);
    return {
      earliestStart: day(time.earliestStart),
      latestStart: day(time.latestStart),
      earliestEnd: day(time.earliestEnd),
      latestEnd: day(time.latestEnd),
    };
  }

  @FieldResolver(() => Holding, { description: 'Whether it held at a time: certainly, possibly or not.' })
  holds(
    @Root() { time }: Timed,
    @Arg('asOf', () => String, {
      description: 'EDTF date, month, year or interval: `2019`, `2021-06`, `2019-10/2019-11`. It is never rounded.',
    })
    asOf: string,
  ): string {
    return holding(time, asOf);
  }
}
