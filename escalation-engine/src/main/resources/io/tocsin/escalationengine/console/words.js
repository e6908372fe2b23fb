// What the engine's states, deadlines and times are called to people.
import {h} from './dom.js';
import {now} from './api.js';

const STANDING = {
  OPEN: ({response}) =>
    response.owner ? `${response.owner.id} has not acknowledged` : 'nobody has it',
  ACKNOWLEDGED: ({response}) => `${response.owner?.id ?? 'somebody'} has it`,
  HOLD_DOWN: () => 'recovered by itself',
  MONITORING: () => 'recovered, stability is watched',
  RESOLVED: () => 'resolved',
  CLOSED: () => 'closed',
  FALSE_ALARM: () => 'false alarm',
};

const DEADLINE = {
  LADDER: 'the next on the ladder is called',
  HOLD_DOWN: 'it is resolved, if it stays well',
  WATCH: 'the watch ends',
  TELLING: 'the next audience is told',
  FIRST_RESPONSE: 'the first minutes end',
};

export const OPEN_STATES = ['open', 'acknowledged', 'hold-down', 'monitoring'];
export const OVER_STATES = ['resolved', 'closed', 'false-alarm'];

const wire = (state) => state.toLowerCase().replace('_', '-');

export const isOver = (incident) => OVER_STATES.includes(wire(incident.state));
export const standing = (incident) => STANDING[incident.state]?.(incident) ?? wire(incident.state);
export const deadline = (name) => DEADLINE[name] ?? wire(name);

export const severity = ({severity: level, unknown}) =>
  h(
    'span',
    {class: `severity ${level}`, title: unknown ? 'a rule failed; nobody has set the level yet' : null},
    unknown ? `${level} unknown` : level,
  );

const span = (millis) => {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) {
    return `${Math.floor(hours / 24)} days`;
  }
  if (hours > 0) {
    return `${hours} h ${minutes % 60} min`;
  }
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
};

export const moment = (at) =>
  new Date(at).toLocaleString(undefined, {dateStyle: 'medium', timeStyle: 'medium'});

/** The time of day, and the day where it is another. */
export const clock = (at) => {
  const when = new Date(at);
  const sameDay = when.toDateString() === new Date(now()).toDateString();
  return h(
    'time',
    {datetime: at, title: moment(at)},
    sameDay ? when.toLocaleTimeString() : moment(at),
  );
};

const count = (time) => {
  const left = Date.parse(time.dateTime) - now();
  const down = time.dataset.counts === 'down';
  time.textContent = down && left <= 0 ? 'due now' : (down ? 'in ' : '') + span(Math.abs(left));
  return time;
};

export const age = (at) =>
  count(h('time', {datetime: at, title: moment(at), 'data-counts': 'up'}));

export const until = (at) =>
  count(h('time', {datetime: at, title: moment(at), 'data-counts': 'down'}));

/** Lets every age and countdown that is shown go on. */
export const tick = () => document.querySelectorAll('time[data-counts]').forEach(count);

/** Who is told by what, each audience once: `incidents (slack, email)`. */
export const audiences = (told) => {
  const channels = new Map();
  for (const {audience, channel} of told ?? []) {
    channels.set(audience, [...new Set([...(channels.get(audience) ?? []), channel])]);
  }
  return [...channels].map(([audience, by]) => `${audience} (${by.join(', ')})`);
};

/** Since when, or when it ended. */
export const times = ({milestones}) =>
  milestones.endedAt
    ? h('span', null, 'ended ', clock(milestones.endedAt))
    : h('span', null, 'since ', age(milestones.openedAt));
