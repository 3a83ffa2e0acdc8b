/** @jsxImportSource preact */
/** What size, colour, shape and line mean in the picture; the first two can be chosen. Families and kinds can be clicked away. */
import type { JSX } from 'preact';
import { SHAPE_OF_FAMILY, type Family } from '../entity/kinds.js';
import { KindMark } from '../look/icons.js';
import { families, groups, type Group } from '../measures/groups.js';
import { colourScale, sizeScale, type Scale } from '../measures/scale.js';
import { toggle } from '../state/deeds.js';
import { change, view } from '../state/history.js';
import { COLOURS, SIZES } from '../state/view.js';
import { words } from '../words/words.js';

export function Legend(): JSX.Element {
  const text = words();
  const { size, colour, asOf } = view.value;
  return (
    <div class="legend" role="group" aria-label={text.legend}>
      <Choice label={text.look.size} value={size} all={SIZES} choose={(chosen) => change({ size: chosen })} />
      <SizeKey scale={sizeScale.value} />
      <Choice label={text.look.colour} value={colour} all={COLOURS} choose={(chosen) => change({ colour: chosen })} />
      {colourScale.value ? <ColourKey scale={colourScale.value} /> : <GroupKeys />}
      {colour !== 'family' && <ShapeKeys />}
      <span class="legend-entry">
        <svg class="kind-mark" viewBox="-1.6 -1.6 3.2 3.2" aria-hidden="true">
          <circle class="kind-ring" r="1.3" />
        </svg>
        {text.legendBody}
      </span>
      {asOf !== null && (
        <span class="legend-entry">
          <svg class="line-mark" viewBox="0 0 24 4" aria-hidden="true">
            <path class="line-possible" d="M0 2h24" />
          </svg>
          {text.legendPossible}
        </span>
      )}
    </div>
  );
}

function Choice<Value extends keyof ReturnType<typeof words>['look']['by']>(props: {
  label: string;
  value: Value;
  all: readonly Value[];
  choose: (value: Value) => void;
}): JSX.Element {
  const { label, value, all, choose } = props;
  const { by, meaning } = words().look;
  return (
    <label class="legend-choice" title={meaning[value]}>
      <span>{label}</span>
      <select value={value} onChange={({ currentTarget }) => choose(all[currentTarget.selectedIndex] ?? value)}>
        {all.map((one) => (
          <option key={one} value={one}>
            {by[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Where nothing in view has any of it, there is nothing to compare. */
const Nothing = (): JSX.Element => <span class="legend-entry">{words().look.nothing}</span>;

function SizeKey({ scale }: { scale: Scale }): JSX.Element {
  if (scale.most === 0) return <Nothing />;
  return (
    <span class="legend-entry">
      0
      <svg class="size-key" viewBox="0 0 34 16" aria-hidden="true">
        <circle cx="4" cy="8" r="3" />
        <circle cx="13" cy="8" r="4.5" />
        <circle cx="26" cy="8" r="7" />
      </svg>
      {valueText(scale)}
    </span>
  );
}

function ColourKey({ scale }: { scale: Scale }): JSX.Element {
  if (scale.most === 0) return <Nothing />;
  return (
    <span class="legend-entry">
      0 <span class="colour-key" aria-hidden="true" /> {valueText(scale)}
    </span>
  );
}

function valueText({ by, most }: Scale): string {
  if (by === 'influence') return most.toFixed(3);
  if (by === 'degree') return String(most);
  return `${(most * 100).toFixed(1)} %`;
}

function GroupKeys(): JSX.Element {
  const text = words();
  const { colour, withoutFamilies } = view.value;
  if (colour === 'family') {
    return (
      <>
        {families.value.map(({ family, count }) => (
          <button
            key={family}
            type="button"
            class="legend-entry"
            aria-pressed={!withoutFamilies.includes(family)}
            onClick={() => toggle('withoutFamilies', family)}
          >
            <KindMark family={family} />
            {text.families[family]} <span class="count">{count}</span>
          </button>
        ))}
      </>
    );
  }
  // The smallest ones share a hue.
  const own = groups.value.filter(({ hue }, index) => index === groups.value.findIndex((other) => other.hue === hue));
  const rest = groups.value.slice(own.length - 1);
  const shared = rest.length > 1;
  return (
    <>
      {(shared ? own.slice(0, -1) : own).map((group) => (
        <GroupKey key={group.id} hue={group.hue} title={titleOf(group)} count={group.count} />
      ))}
      {shared && rest[0] && (
        <GroupKey
          hue={rest[0].hue}
          title={text.look.others(rest.length)}
          count={rest.reduce((sum, { count }) => sum + count, 0)}
        />
      )}
    </>
  );
}

const titleOf = ({ title }: Group): string => (view.value.colour === 'community' ? words().look.around(title) : title);

function GroupKey({ hue, title, count }: { hue: Family; title: string; count: number }): JSX.Element {
  return (
    <span class="legend-entry">
      <svg class={`kind-mark kind-${hue}`} viewBox="-1.3 -1.3 2.6 2.6" aria-hidden="true">
        <circle r="1" />
      </svg>
      {title} <span class="count">{count}</span>
    </span>
  );
}

/** Where colours stand for something else, shapes still tell actors, instruments, events and places apart. */
function ShapeKeys(): JSX.Element {
  const text = words();
  const shapes: Family[] = ['authority', 'instrument', 'event', 'place'];
  return (
    <>
      {shapes.map((family) => (
        <span key={family} class="legend-entry shape-key">
          <KindMark family={family} />
          {text.look.shapes[SHAPE_OF_FAMILY[family]]}
        </span>
      ))}
    </>
  );
}
