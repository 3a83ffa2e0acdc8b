import { FieldResolver, Resolver, Root } from 'type-graphql';
import type * as records from '../../domain/model.js';
import { Place } from '../types/entity.js';

@Resolver(() => Place)
export class PlaceResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-2 code of a country: `GT`. Null for other places.',
  })
  iso(@Root() place: records.Entity): string | undefined {
    return identifier(place, 'iso3166-1-alpha-2');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'UN M49 code of a country or region: `320`, `013`. Null for cities.',
  })
  m49(@Root() place: records.Entity): string | undefined {
    return identifier(place, 'm49');
  }
}

const identifier = (place: records.Entity, scheme: string): string | undefined =>
  place.identifiers.find((entry) => entry.scheme === scheme)?.value;
