import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  BEGINNING_OF_TIME,
  dayBounds,
  END_OF_TIME,
  holdsDuring,
  InvalidDate,
  timeSpan,
  type StatedTime,
} from '../../src/domain/edtf.js';

describe('the days that a date can mean', () => {
  test.each([
    ['2021', '2021-01-01', '2021-12-31'],
    ['2021-06', '2021-06-01', '2021-06-30'],
    ['2021-06-24', '2021-06-24', '2021-06-24'],
    ['2020-02-29', '2020-02-29', '2020-02-29'],
    ['2021-06-XX', '2021-06-01', '2021-06-30'],
    ['2021-XX-10', '2021-01-10', '2021-12-10'],
    ['201X', '2010-01-01', '2019-12-31'],
    ['20XX', '2000-01-01', '2099-12-31'],
    ['0000', '0000-01-01', '0000-12-31'],
    ['9999', '9999-01-01', '9999-12-31'],
    ['2021-33', '2021-01-01', '2021-03-31'],
    ['2021-41', '2021-07-01', '2021-12-31'],
    ['2019-10/2019-11', '2019-10-01', '2019-11-30'],
    ['2019-10-28/2020', '2019-10-28', '2020-12-31'],
    ['[2021,2023]', '2021-01-01', '2023-12-31'],
    ['[2023,2021]', '2021-01-01', '2023-12-31'],
    ['{2021..2023}', '2021-01-01', '2023-12-31'],
    ['[1667, 1668, 1670..1672]', '1667-01-01', '1672-12-31'],
  ])('%s is from %s to %s', (text, earliest, latest) => {
    expect(dayBounds(text)).toEqual({ earliest, latest });
  });

  test.each(['2021~', '2021?', '2021%'])('%s is no wider than its year: how far "about" reaches is not ours to say', (text) => {
    expect(dayBounds(text)).toEqual({ earliest: '2021-01-01', latest: '2021-12-31' });
  });

  test.each(['2021-21', '2021-24', '2021-25', '2021-32'])('the season %s lies somewhere in its year', (text) => {
    expect(dayBounds(text)).toEqual({ earliest: '2021-01-01', latest: '2021-12-31' });
  });

  test.each([
    ['../2021', BEGINNING_OF_TIME, '2021-12-31'],
    ['/2021', BEGINNING_OF_TIME, '2021-12-31'],
    ['2021/..', '2021-01-01', END_OF_TIME],
    ['2021/', '2021-01-01', END_OF_TIME],
    ['[..2021]', BEGINNING_OF_TIME, '2021-12-31'],
    ['{2021..}', '2021-01-01', END_OF_TIME],
  ])('%s has an end without a bound', (text, earliest, latest) => {
    expect(dayBounds(text)).toEqual({ earliest, latest });
  });

  test.each(['', ' ', 'yesterday', 'June 2021', '24.06.2021', '2021-6', '2021-06-24T10:00:00Z', '2019/2020/2021', '..', '{}'])(
    '"%s" is refused, and the message says what is accepted',
    (text) => {
      expect(() => dayBounds(text)).toThrow(InvalidDate);
      expect(() => dayBounds(text)).toThrow(/EDTF.*2021-06-24.*2019-10\/2019-11/);
      expect(() => dayBounds(text)).toThrow(expect.objectContaining({ code: 'INVALID_DATE', text }));
    },
  );

  test.each([
    ['2021-13', 'a month from 01 to 12'],
    ['2021-00', 'a month from 01 to 12'],
    ['2021-02-30', 'February 2021 has 28 days'],
    ['2021-02-29~', 'February 2021 has 28 days'],
    ['2023-05-32', 'May 2023 has 31 days'],
    ['2023-05-00', 'May 2023 has 31 days'],
    ['1900-02-29/2000', 'February 1900 has 28 days'],
    ['2022/2021', 'ends after it starts'],
    ['-0001', '0000 to 9999'],
    ['Y17000', '0000 to 9999'],
    ['Y-170000002', '0000 to 9999'],
  ])('"%s" is refused: %s', (text, why) => {
    expect(() => dayBounds(text)).toThrow(expect.objectContaining({ code: 'INVALID_DATE', text }));
    expect(() => dayBounds(text)).toThrow(why);
  });
});

describe('the span of time that statements make up', () => {
  const bounds = (stated: StatedTime, persists = false): string[] => {
    const { earliestStart, latestStart, earliestEnd, latestEnd } = timeSpan(stated, persists);
    return [earliestStart, latestStart, earliestEnd, latestEnd];
  };
  const never = BEGINNING_OF_TIME;
  const ever = END_OF_TIME;

  test.each<[string, StatedTime, string[]]>([
    ['nothing stated', {}, [never, ever, never, ever]],
    ['a start', { start: '2021-06' }, ['2021-06-01', '2021-06-30', '2021-06-01', ever]],
    ['an end', { end: '2021' }, [never, '2021-12-31', '2021-01-01', '2021-12-31']],
    ['both', { start: '2019', end: '2021' }, ['2019-01-01', '2019-12-31', '2021-01-01', '2021-12-31']],
    ['an event on a day', { on: '2021-06-24' }, ['2021-06-24', '2021-06-24', '2021-06-24', '2021-06-24']],
    ['an event over an interval', { on: '2019-10/2019-11' }, ['2019-10-01', '2019-10-31', '2019-11-01', '2019-11-30']],
    ['an event within two years', { on: '[2019,2020]' }, ['2019-01-01', '2020-12-31', '2019-01-01', '2020-12-31']],
    ['an interval that is open in front', { on: '../2021' }, [never, '2021-12-31', '2021-01-01', '2021-12-31']],
    ['a date at which it held', { at: ['2021-06-24'] }, [never, '2021-06-24', '2021-06-24', ever]],
    ['two dates at which it held', { at: ['2021', '2019-05'] }, [never, '2019-05-31', '2021-01-01', ever]],
    ['a start and a date', { start: '2020', at: ['2020-03-05'] }, ['2020-01-01', '2020-03-05', '2020-03-05', ever]],
    [
      'ongoing, by a source of 2021',
      { start: '2019', end: '..', ongoingAt: '2021' },
      ['2019-01-01', '2019-12-31', '2021-01-01', ever],
    ],
    ['ongoing, by a source without a date', { end: '..' }, [never, ever, never, ever]],
    ['ends in the year it starts', { start: '2021-06', end: '2021' }, ['2021-06-01', '2021-06-30', '2021-06-01', '2021-12-31']],
  ])('%s', (_, stated, expected) => {
    expect(bounds(stated)).toEqual(expected);
  });

  test('sources that contradict one another cross the bounds: these are kept in order and nothing is certain in between', () => {
    const span = timeSpan({ start: '2021', end: '2019' }, false);
    expect(span).toMatchObject({ start: '2021', end: '2019', earliestStart: '2019-12-31', latestStart: '2021-01-01' });
    expect(holdsDuring(span, dayBounds('2020'))).toBe('POSSIBLY');
  });

  test('an unknown is not a null: not stated, ongoing and does not apply differ', () => {
    expect(timeSpan({ start: '2019' }, false)).toMatchObject({ startStatus: 'STATED', end: null, endStatus: 'NOT_STATED' });
    expect(timeSpan({ end: '..' }, false)).toMatchObject({ startStatus: 'NOT_STATED', end: null, endStatus: 'ONGOING' });
    expect(timeSpan({ start: '2019' }, true)).toMatchObject({ end: null, endStatus: 'DOES_NOT_APPLY' });
  });

  test('dates are kept as written, attested ones sorted and once', () => {
    const stated = { start: '2019~', at: ['2021?', '2020-06', '2021?'] };
    expect(timeSpan(stated, false)).toMatchObject({ start: '2019~', attested: ['2020-06', '2021?'] });
  });

  test.each<StatedTime>([
    { start: '2019/2020' },
    { end: '2019/2020' },
    { on: '2019/2020/2021' },
    { on: '2021/2019' },
    { at: ['soon'] },
  ])('%j is refused', (stated) => {
    expect(() => timeSpan(stated, false)).toThrow(expect.objectContaining({ code: 'INVALID_DATE' }));
  });
});

describe('whether something held at some time within given days', () => {
  const member = timeSpan({ start: '2019', end: '2021-06' }, false);

  test.each([
    ['2018', 'NO'],
    ['2019-05', 'POSSIBLY'],
    ['2019', 'CERTAINLY'],
    ['2020', 'CERTAINLY'],
    ['2021-06-15', 'POSSIBLY'],
    ['2021-06', 'CERTAINLY'],
    ['2021-07', 'NO'],
    ['2018/2022', 'CERTAINLY'],
  ])('a membership from 2019 to June 2021, asked for %s: %s', (days, holding) => {
    expect(holdsDuring(member, dayBounds(days))).toBe(holding);
  });

  test.each([
    ['2020', 'POSSIBLY'],
    ['2021-06-24', 'CERTAINLY'],
    ['2022', 'POSSIBLY'],
  ])('what held at 24 June 2021, asked for %s: %s', (days, holding) => {
    expect(holdsDuring(timeSpan({ at: ['2021-06-24'] }, false), dayBounds(days))).toBe(holding);
  });

  test('"ongoing" is known up to the date of the source and no further', () => {
    const span = timeSpan({ start: '2019', end: '..', ongoingAt: '2021-06-25' }, false);
    expect(holdsDuring(span, dayBounds('2021-06-25'))).toBe('CERTAINLY');
    expect(holdsDuring(span, dayBounds('2021-06-26'))).toBe('POSSIBLY');
  });

  test('what has happened stays so', () => {
    const session = timeSpan({ on: '2021-06-24' }, true);
    expect(holdsDuring(session, dayBounds('2021-06-23'))).toBe('NO');
    expect(holdsDuring(session, dayBounds('2030'))).toBe('CERTAINLY');
  });
});

describe('whatever is stated', () => {
  const pad = (n: number, width: number): string => String(n).padStart(width, '0');
  const year = fc.integer({ min: 0, max: 9999 }).map((n) => pad(n, 4));
  const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${pad(m, 2)}`);
  const day = fc.tuple(month, fc.integer({ min: 1, max: 28 })).map(([m, d]) => `${m}-${pad(d, 2)}`);
  const decade = year.map((y) => `${y.slice(0, 3)}X`);
  const season = fc.tuple(year, fc.integer({ min: 21, max: 41 })).map(([y, s]) => `${y}-${s}`);
  const qualified = fc.tuple(fc.oneof(year, month, day), fc.constantFrom('', '~', '?', '%')).map(([date, mark]) => date + mark);
  const date = fc.oneof(qualified, decade, season);
  const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
  const stated = fc.record({
    start: optional(date),
    end: optional(fc.oneof(date, fc.constant('..'))),
    at: fc.array(date, { maxLength: 3 }),
    ongoingAt: optional(date),
  });
  const span = fc.tuple(stated, fc.boolean()).map(([given, persists]) => timeSpan(given, persists));
  const period = fc.tuple(day, day).map(([a, b]) => (a < b ? { earliest: a, latest: b } : { earliest: b, latest: a }));

  test('a date has its earliest day before its latest', () => {
    fc.assert(fc.property(date, (text) => dayBounds(text).earliest <= dayBounds(text).latest));
  });

  test('earliest bounds are not after latest ones', () => {
    fc.assert(
      fc.property(span, ({ earliestStart, latestStart, earliestEnd, latestEnd }) => {
        expect(earliestStart <= latestStart && earliestEnd <= latestEnd).toBe(true);
      }),
    );
  });

  test('a plain date, which needs no grammar, means the same days as the same date with a mark, which does', () => {
    fc.assert(
      fc.property(fc.oneof(year, month, day), fc.constantFrom('~', '?', '%'), (plain, mark) => {
        expect(dayBounds(plain)).toEqual(dayBounds(plain + mark));
      }),
    );
  });

  test('what holds certainly in a period holds certainly in a longer one, and what does not in the longer does not in it', () => {
    fc.assert(
      fc.property(span, period, period, (time, a, b) => {
        const longer = {
          earliest: a.earliest < b.earliest ? a.earliest : b.earliest,
          latest: a.latest > b.latest ? a.latest : b.latest,
        };
        const [within, over] = [holdsDuring(time, a), holdsDuring(time, longer)];
        if (within === 'CERTAINLY') expect(over).toBe('CERTAINLY');
        if (over === 'NO') expect(within).toBe('NO');
      }),
    );
  });

  test('the answer is that of every period that the bounds leave open', () => {
    // Periods as pairs of a start and an end within the bounds: certain where all meet the days asked for, NO where none does.
    fc.assert(
      fc.property(span, period, (time, days) => {
        fc.pre(!time.persists);
        const { earliestStart, latestStart, earliestEnd, latestEnd } = time;
        const meets = (start: string, end: string): boolean => start <= days.latest && end >= days.earliest;
        const longest = meets(earliestStart, latestEnd);
        const shortest = meets(latestStart, earliestEnd);
        expect(holdsDuring(time, days)).toBe(longest && shortest ? 'CERTAINLY' : longest ? 'POSSIBLY' : 'NO');
      }),
    );
  });
});
