// Which incidents there are: those that nobody has come first.
import {get} from './api.js';
import {h, show} from './dom.js';
import {button} from './forms.js';
import {following} from './page.js';
import {ACKNOWLEDGE, SEVERITIES} from './verbs.js';
import {OPEN_STATES, OVER_STATES, deadline, isOver, severity, standing, times, until} from './words.js';

const LIMIT = 500;

/** Rows do not move under a finger or pointer that is about to press. */
const STILL_MILLIS = 1000;
const SHOWN = {open: 'open', over: 'over', all: 'all'};
const STATES = {open: OPEN_STATES, over: OVER_STATES, all: []};

const question = (wanted) => {
  const query = new URLSearchParams({limit: LIMIT});
  const states = STATES[wanted.get('show')] ?? OPEN_STATES;
  if (states.length > 0) {
    query.set('state', states.join());
  }
  for (const name of ['severity', 'service']) {
    if (wanted.get(name)) {
      query.set(name, wanted.get(name));
    }
  }
  return 'incidents?' + query;
};

/** What is asked for stands in the address, so that it can be kept and sent to somebody. */
const filters = (wanted) => {
  const changed = (event) => {
    const query = new URLSearchParams(
      [...new FormData(event.currentTarget.form)].filter(([, value]) => value),
    );
    location.hash = '#/?' + query;
  };
  const select = (name, choices) =>
    h(
      'select',
      {name, id: 'filter-' + name, 'aria-label': name, onchange: changed},
      Object.entries(choices).map(([value, text]) =>
        h('option', {value, selected: value === (wanted.get(name) ?? '')}, text),
      ),
    );
  const service = h('input', {
    name: 'service',
    id: 'filter-service',
    type: 'search',
    value: wanted.get('service'),
    placeholder: 'any service',
    'aria-label': 'service',
    onchange: changed,
  });
  return h(
    'form',
    {class: 'filters', onsubmit: (event) => event.preventDefault()},
    select('show', SHOWN),
    select('severity', {'': 'any level', ...Object.fromEntries(SEVERITIES.map((it) => [it, it]))}),
    service,
  );
};

const rank = (incident) => (isOver(incident) ? 2 : incident.state === 'OPEN' ? 0 : 1);

const byNeed = (one, other) =>
  rank(one) - rank(other) ||
  (rank(one) < 2 ? one.assessment.severity.localeCompare(other.assessment.severity) : 0) ||
  other.milestones.openedAt.localeCompare(one.milestones.openedAt);

/** Who is called next is what counts; otherwise whatever is due first. */
const next = ({deadlines = {}}) => {
  const [first] = Object.entries(deadlines).sort(([, a], [, b]) => a.localeCompare(b));
  const [name, due] = deadlines.LADDER ? ['LADDER', deadlines.LADDER] : (first ?? []);
  return due && h('span', null, deadline(name) + ' ', until(due));
};

const row = (incident, pressed) =>
  h(
    'li',
    {class: `incident ${incident.assessment.severity} ${isOver(incident) ? 'over' : ''}`},
    h(
      'a',
      {href: '#/incidents/' + incident.id, id: 'open-' + incident.id},
      severity(incident.assessment),
      h('span', {class: 'id'}, incident.id),
      h('span', {class: 'title'}, incident.subject.title),
    ),
    h(
      'p',
      {class: 'facts'},
      h('span', {class: 'standing'}, standing(incident)),
      times(incident),
      h('span', null, incident.subject.service),
      incident.subject.environment !== 'production' && h('span', null, incident.subject.environment),
      incident.restricted && h('span', null, 'restricted'),
      next(incident),
    ),
    ACKNOWLEDGE.when({incident}) && button(ACKNOWLEDGE, incident.id, pressed),
  );

/** Keeps the row of an incident that has not changed: its button may be under way. */
const rowsOf = (pressed) => {
  let known = new Map();
  return (incidents) => {
    const now = new Map();
    for (const incident of incidents) {
      const text = JSON.stringify(incident);
      const before = known.get(incident.id);
      now.set(incident.id, before?.text === text ? before : {text, row: row(incident, pressed)});
    }
    known = now;
    return [...now.values()].map((it) => it.row);
  };
};

/** @param wanted the address's own parameters */
export const list = (wanted) => {
  let touched = -STILL_MILLIS;
  const touch = () => {
    touched = performance.now();
  };
  const cut = h('p', {class: 'none', hidden: true}, `Only the newest ${LIMIT} are shown: choose a level or a service to see others.`);
  const rows = h('ol', {class: 'incidents', onpointermove: touch, onpointerdown: touch});
  const pressed = () => {
    touched = -STILL_MILLIS;
    return ask();
  };
  const rowsFor = rowsOf(pressed);
  const render = ({incidents}) => {
    if (rows.hasChildNodes() && performance.now() - touched < STILL_MILLIS) {
      return false;
    }
    cut.hidden = incidents.length < LIMIT;
    show(
      rows,
      ...(incidents.length ? rowsFor(incidents.sort(byNeed)) : [h('li', {class: 'none'}, 'There is none.')]),
    );
    return true;
  };
  const ask = following(() => get(question(wanted)), render);
  return {
    page: h('section', null, h('h1', {tabindex: -1}, 'Incidents'), filters(wanted), cut, rows),
    refresh: () => ask(),
    title: 'Incidents',
  };
};
