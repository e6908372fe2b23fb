// Which page is shown, and how it stays true.
import {get, now, onRefused, signIn, signOut, signedIn} from './api.js';
import {h, show} from './dom.js';
import {form} from './forms.js';
import {incident} from './incident.js';
import {list} from './list.js';
import {DECLARATION} from './verbs.js';
import {moment, tick} from './words.js';

const EVERY = 2000;
const TOKEN = /^[!-~]{1,512}$/;
const main = document.querySelector('main');
const nav = document.querySelector('nav');
const trouble = document.getElementById('trouble');
let current = null;
let timer = 0;

/** @param by who may take it back; what is said already is not said anew, or it is read aloud */
const say = (text, by = 'person') => {
  if (trouble.textContent !== text) {
    trouble.textContent = text;
  }
  trouble.hidden = !text;
  trouble.dataset.by = by;
};

const declare = () => {
  const declared = (answer) => {
    location.hash = '#/incidents/' + answer.incident.id;
  };
  return {
    title: DECLARATION.label,
    page: h(
      'section',
      null,
      h('h1', {tabindex: -1}, DECLARATION.label),
      form(DECLARATION, DECLARATION.fields(), 'incidents', declared),
    ),
    refresh: async () => {},
  };
};

const enter = async (token, stay) => {
  if (!TOKEN.test(token)) {
    say('This is no token: it has letters, digits and signs of ASCII, and no spaces.');
    return;
  }
  signIn(token, stay);
  try {
    await get('incidents?limit=1');
    route();
  } catch (problem) {
    signOut();
    say(problem.message);
  }
};

const door = () => {
  const entered = (event) => {
    event.preventDefault();
    const {token, stay} = event.currentTarget.elements;
    enter(token.value.trim(), stay.checked);
  };
  return {
    title: 'Sign in',
    page: h(
      'form',
      {onsubmit: entered},
      h('h1', {tabindex: -1}, 'Sign in'),
      h(
        'p',
        null,
        h('label', {for: 'token'}, 'Your token'),
        h('input', {id: 'token', name: 'token', type: 'password', required: true, autocomplete: 'current-password'}),
        h('small', null, 'The one for the API. After `tocsin up` it stands in operator-token in the data folder.'),
      ),
      h('p', null, h('label', null, h('input', {name: 'stay', type: 'checkbox'}), ' Stay signed in on this device')),
      h('p', {class: 'buttons'}, h('button', {type: 'submit', class: 'main'}, 'Sign in')),
    ),
    refresh: async () => {},
  };
};

const pageFor = () => {
  if (!signedIn()) {
    return door();
  }
  const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
  if (path === 'declare') {
    return declare();
  }
  const one = /^incidents\/([A-Z0-9]+-\d+)$/.exec(path);
  return one ? incident(one[1]) : list(new URLSearchParams(query));
};

/** Asks again and again while somebody looks; says since when what is shown is old. */
const turn = async () => {
  clearTimeout(timer);
  const asked = current;
  try {
    if (!document.hidden) {
      await asked.refresh();
      asked.asOf = now();
      if (asked === current && trouble.dataset.by === 'turn') {
        say('');
      }
    }
  } catch (problem) {
    if (asked === current) {
      const old = asked.asOf ? ` What is shown is from ${moment(asked.asOf)}.` : '';
      say(problem.message + old, 'turn');
    }
  }
  if (asked === current) {
    clearTimeout(timer);
    timer = setTimeout(turn, EVERY);
  }
};

const route = () => {
  const before = current?.title;
  document.querySelector('dialog')?.close();
  say('');
  current = pageFor();
  document.title = `${current.title} · Tocsin`;
  nav.hidden = !signedIn();
  show(main, current.page);
  if (before && before !== current.title) {
    main.querySelector('h1')?.focus();
  }
  turn();
};

onRefused(() => {
  if (current.title !== 'Sign in') {
    route();
    say('Tocsin does not know this token any more: sign in again.');
  }
});
document.getElementById('sign-out').addEventListener('click', () => {
  signOut();
  route();
});
document.addEventListener('visibilitychange', () => document.hidden || turn());
addEventListener('hashchange', route);
setInterval(tick, 1000);
route();
