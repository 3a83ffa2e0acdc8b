#!/usr/bin/env node
/** Writes a records file of any size, for `custodes load --records`. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { optionsOr } from '../../command-options.mjs';
import { generatedRecords } from './generated-records.mjs';

const HELP = `node scripts/bench/scale/generate.mjs [options] > FILE

  --entities NUMBER    actors (20000)
  --relations NUMBER   that go out of one, on average (5)
  --seed NUMBER        the same seed, the same bytes (1)
  --out FILE           standard output unless told; packed where its name ends in .gz
`;

const values = optionsOr(HELP, {
  entities: { type: 'string', default: '20000' },
  relations: { type: 'string', default: '5' },
  seed: { type: 'string', default: '1' },
  out: { type: 'string' },
});
const size = { entities: Number(values.entities), relationsEach: Number(values.relations), seed: Number(values.seed) };
const records = Readable.from(generatedRecords(size), { objectMode: false });
const file = values.out === undefined ? process.stdout : createWriteStream(values.out);
await (values.out?.endsWith('.gz') ? pipeline(records, createGzip(), file) : pipeline(records, file));
