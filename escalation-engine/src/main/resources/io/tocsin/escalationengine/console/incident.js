// One incident: what is known, who was told and what came of it, and what can be done.
import {get} from './api.js';
import {h, link, show} from './dom.js';
import {ask, button} from './forms.js';
import {following} from './page.js';
import {timeline} from './timeline.js';
import {verbsFor} from './verbs.js';
import {audiences, clock, deadline, isOver, severity, standing, times, until} from './words.js';

const head = ({incident}) =>
  h(
    'header',
    null,
    h(
      'h1',
      {tabindex: -1},
      severity(incident.assessment),
      h('span', {class: 'id'}, incident.id),
      h('span', {class: 'title'}, incident.subject.title),
    ),
    h(
      'p',
      {class: 'facts'},
      h('span', {class: 'standing', id: 'standing'}, standing(incident)),
      times(incident),
      incident.restricted && h('span', null, 'restricted: named responders only'),
    ),
  );

/** @param current gives what is known when a button is pressed: the buttons outlive a change */
const actions = (shown, current, done) =>
  h(
    'div',
    {class: 'verbs'},
    verbsFor(shown).map((verb) =>
      verb.fields(shown).length === 0
        ? button(verb, shown.incident.id, done)
        : h(
            'button',
            {
              type: 'button',
              id: 'verb-' + verb.name,
              class: verb.main && 'main',
              onclick: () => ask(verb, current(), done),
            },
            verb.label,
          ),
    ),
  );

const list = (items) => items.length > 0 && h('ul', null, items.map((item) => h('li', null, item)));

const known = ({incident, questions}) => {
  const {assessment, briefing, subject, alerts, cause, phases, response, communication} = incident;
  const facts = [
    ['Service', `${subject.service}, ${subject.environment}`],
    ['Summary', briefing?.summary],
    ['Impact', briefing?.impact],
    ['Why this level', assessment.decidedBy.text],
    ['Rules learnt', list(Object.entries(assessment.evidence?.values ?? {}).map(([k, v]) => `${k}: ${v}`))],
    ['People said', list(Object.entries(assessment.answers ?? {}).map(([k, v]) => `${k}: ${v.value} (${v.by.id})`))],
    ['Not answered', list(questions.map(({text}) => text))],
    ['Alerts', `${alerts.firing} firing of ${alerts.total}, first by ${subject.origin}`],
    ['Owner', response.owner?.id],
    ['Phase', phases.at(-1).phase],
    ['Links', list((briefing?.links ?? []).map(({text, href}) => link(text, href)))],
    ['Runbooks', briefing?.runbooks?.join(', ')],
    ['Told', list(audiences(communication.told))],
    ['Told later', list((communication.later ?? []).map((it) => h('span', null, it.audience + ' ', until(it.at))))],
    ['Root cause', cause?.rootCause],
    ['What ended it', cause?.resolution],
  ];
  return h(
    'dl',
    null,
    facts
      .filter(([, value]) => value)
      .map(([name, value]) => h('div', null, h('dt', null, name), h('dd', null, value))),
  );
};

const due = ({incident, timers}) =>
  !isOver(incident) &&
  timers.length > 0 &&
  h(
    'section',
    null,
    h('h2', null, 'What comes next'),
    h('ul', null, timers.map((it) => h('li', null, deadline(it.name) + ' ', until(it.due)))),
  );

const deliveries = ({deliveries: receipts}) =>
  receipts.length > 0 &&
  h(
    'section',
    null,
    h('h2', null, 'Who was told, and what came of it'),
    h(
      'div',
      {class: 'wide'},
      h(
        'table',
        null,
        h('thead', null, h('tr', null, ['When', 'By', 'Whom', 'Outcome'].map((it) => h('th', {scope: 'col'}, it)))),
        h(
          'tbody',
          null,
          [...receipts].reverse().map((it) =>
            h(
              'tr',
              null,
              h('td', null, clock(it.at)),
              h('td', null, it.channel),
              h('td', null, it.recipient.replace(/^audience:/, '')),
              h('td', {title: it.reason.text}, it.outcome.toLowerCase()),
            ),
          ),
        ),
      ),
    ),
  );

/** @param id as RX-142 */
export const incident = (id) => {
  let current = null;
  let offered = '';
  const top = h('div');
  const verbs = h('div');
  const rest = h('div');
  const refresh = () => look();
  const render = (shown) => {
    current = shown;
    show(top, head(shown));
    const names = verbsFor(shown).map(({name}) => name).join();
    if (names !== offered) {
      show(verbs, actions(shown, () => current, refresh));
      offered = names;
    }
    show(rest, ...[known(shown), due(shown), timeline(shown), deliveries(shown)].filter(Boolean));
  };
  const look = following(() => get('incidents/' + id), render);
  const back = h('p', null, h('a', {href: '#/'}, 'All incidents'));
  return {page: h('section', null, back, h('article', null, top, verbs, rest)), refresh, title: id};
};
