// What somebody can do about an incident: the API's commands, and what each asks for.
import {isOver} from './words.js';

const line = (name, label, more) => ({name, label, kind: 'line', ...more});
const words = (name, label, more) => ({name, label, kind: 'words', ...more});
const choice = (name, label, choices, more) => ({name, label, kind: 'choice', choices, ...more});
const needed = {required: true};

export const SEVERITIES = ['P1', 'P2', 'P3', 'P4'];

// Monitoring and resolved are entered by recovery and by resolving.
const PHASES = ['identified', 'investigating', 'root-cause-identified', 'implementing-fix'];
const CAUSE = [
  words('rootCause', 'Root cause, in brief'),
  words('resolution', 'What ended it, in brief'),
];

const whileOpen = ({incident}) => !isOver(incident);
const untilClosed = (shown) => whileOpen(shown) || shown.incident.state === 'RESOLVED';
const whileWorkedOn = ({incident}) => ['OPEN', 'ACKNOWLEDGED'].includes(incident.state);

const answer = ({name, text, yesOrNo}) =>
  yesOrNo ? choice(name, text, ['yes', 'no'], {none: 'not known'}) : line(name, text);

const VERBS = [
  {
    name: 'acknowledge',
    label: 'Acknowledge',
    main: true,
    when: ({incident}) => incident.state === 'OPEN' || incident.state === 'HOLD_DOWN',
    fields: () => [],
  },
  {
    name: 'updates',
    label: 'Post an update',
    when: whileOpen,
    fields: () => [
      words('status', 'Status'),
      words('impact', 'Impact'),
      words('actionsTaken', 'Actions taken'),
      words('nextSteps', 'Next steps'),
      {name: 'eta', label: 'Expected to be over at', kind: 'time'},
      line('audience', 'Audience', {hint: 'by its name in the policy; left out: the team'}),
    ],
  },
  {
    name: 'assessment',
    label: 'Answer what is asked',
    when: (shown) => whileOpen(shown) && shown.questions.length > 0,
    fields: ({questions}) => questions.map(answer),
    body: (said) => ({answers: said}),
  },
  {
    name: 'findings',
    label: 'Note a finding',
    when: untilClosed,
    fields: () => [words('text', 'What was found', needed)],
  },
  {
    name: 'phase',
    label: 'Enter a phase',
    when: whileWorkedOn,
    fields: ({incident}) => {
      const others = PHASES.filter((phase) => phase !== incident.phases.at(-1).phase);
      return [choice('phase', 'Phase, as everybody else is told', others, needed)];
    },
  },
  {
    name: 'severity',
    label: 'Set the level',
    when: whileOpen,
    fields: () => [choice('severity', 'Level', SEVERITIES, needed), words('reason', 'Why', needed)],
  },
  {
    name: 'escalate',
    label: 'Call the next on the ladder',
    when: (shown) => whileOpen(shown) && shown.incident.state !== 'HOLD_DOWN',
    fields: () => [words('reason', 'Why', needed)],
  },
  {
    name: 'handover',
    label: 'Hand over',
    when: whileOpen,
    fields: () => [line('to', 'To whom', {...needed, hint: 'a person’s or contact’s id'})],
  },
  {
    name: 'resolve',
    label: 'Resolve',
    when: whileOpen,
    fields: () => [words('reason', 'Why it is over', needed), ...CAUSE],
  },
  {
    name: 'false-alarm',
    label: 'Mark as a false alarm',
    when: whileOpen,
    fields: () => [words('reason', 'Why', needed)],
  },
  {
    name: 'policy',
    label: 'Follow the policy as it is now',
    when: (shown) => untilClosed(shown) && !shown.policyIsCurrent,
    fields: () => [],
  },
  {
    name: 'close',
    label: 'Close',
    main: true,
    when: ({incident}) => incident.state === 'RESOLVED',
    fields: () => CAUSE,
  },
];

/** @param shown an incident with what the API says of it */
export const verbsFor = (shown) => VERBS.filter((verb) => verb.when(shown));

export const ACKNOWLEDGE = VERBS[0];

export const DECLARATION = {
  name: 'declare',
  label: 'Declare an incident',
  fields: () => [
    line('title', 'What is wrong, in a few words', needed),
    line('service', 'Service', {hint: 'its name in the catalog, as prescription-api'}),
    line('team', 'Team', {hint: 'its code, as RX; needed where no service is named'}),
    choice('severity', 'Level', SEVERITIES, {none: 'P2, unless you choose'}),
  ],
};
