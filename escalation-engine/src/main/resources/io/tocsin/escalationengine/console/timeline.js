// What happened to an incident, newest first, with what people said.
import {h} from './dom.js';
import {audiences, clock, moment} from './words.js';

const WHAT = {
  'rung-called': (it) => `called ${it.recipient} by ${it.channel}, page ${it.page}`,
  'rung-passed': (it) => `passed over ${it.role}`,
  'page-settled': (it) => `page ${it.page} ${it.outcome.toLowerCase()}`,
  'command-refused': (it) => `refused to ${it.command}`,
  'handed-over': (it) => `handed over to ${it.to.id}`,
  'phase-entered': (it) => `phase ${it.phase} entered`,
  'severity-raised': (it) => `level raised from ${it.from} to ${it.to}`,
  'severity-lowered': (it) => `level lowered from ${it.from} to ${it.to}`,
  'severity-confirmed': (it) => `level ${it.severity} confirmed`,
};

const UPDATE = {
  status: 'Status',
  impact: 'Impact',
  actionsTaken: 'Actions taken',
  nextSteps: 'Next steps',
  eta: 'Expected to be over at',
};

/** Each change as it is named in the records, where nothing better is said here. */
const what = (change) => (WHAT[change.type] ?? (() => change.type.replaceAll('-', ' ')))(change);

const said = ({text, update, answers, cause, receivers}) => [
  ...(text ? [text] : []),
  ...Object.entries(UPDATE)
    .filter(([name]) => update?.[name])
    .map(([name, label]) => `${label}: ${name === 'eta' ? moment(update.eta) : update[name]}`),
  ...Object.entries(answers ?? {}).map(([question, answer]) => `${question}: ${answer}`),
  ...(cause?.rootCause ? [`Root cause: ${cause.rootCause}`] : []),
  ...(receivers?.length ? [`To ${audiences(receivers).join(', ')}`] : []),
  ...(cause?.resolution ? [`What ended it: ${cause.resolution}`] : []),
];

const entry = ({at, by, text, change}) =>
  h(
    'li',
    null,
    clock(at),
    h(
      'div',
      null,
      h('p', null, h('strong', null, what(change)), text && `: ${text}`),
      said(change).map((words) => h('blockquote', null, words)),
    ),
    by.id !== 'tocsin' && h('small', null, `${by.id}, ${by.via}`),
  );

/** @param shown an incident with what the API says of it */
export const timeline = ({timeline: entries, complete}) =>
  h(
    'section',
    null,
    h('h2', null, 'Timeline'),
    !complete && h('p', {class: 'none'}, 'Not all of it could be read just now.'),
    h('ol', {class: 'timeline'}, [...entries].reverse().map(entry)),
  );
