// Which page is shown, and how it stays true.
import {get, signIn, signOut, signedIn} from './api.js';
import {h, show} from './dom.js';
import {form} from './forms.js';
import {incident} from './incident.js';
import {list} from './list.js';
import {DECLARATION} from './verbs.js';
import {tick} from './words.js';

const EVERY = 2000;
const main = document.querySelector('main');
const nav = document.querySelector('nav');
const trouble = document.getElementById('trouble');
let current = null;
let timer = 0;

/** @param by who may take it back */
const say = (text, by = 'person') => {
  trouble.textContent = text;
  trouble.hidden = !text;
  trouble.dataset.by = by;
};

const declare = () => {
  const declared = ({status, body}) => {
    if (status === 202) {
      say(body.detail);
      location.hash = '#/';
    } else {
      location.hash = '#/incidents/' + body.incident.id;
    }
  };
  return {
    title: DECLARATION.label,
    page: h('section', null, h('h1', null, DECLARATION.label), form(DECLARATION, DECLARATION.fields(), 'incidents', declared)),
    refresh: async () => {},
  };
};

const door = () => {
  const entered = async (event) => {
    event.preventDefault();
    const {token, stay} = event.currentTarget.elements;
    signIn(token.value.trim(), stay.checked);
    try {
      await get('incidents?limit=1');
      route();
    } catch (problem) {
      signOut();
      say(problem.status === 401 ? 'Tocsin does not know this token.' : problem.message);
    }
  };
  return {
    title: 'Sign in',
    page: h(
      'form',
      {onsubmit: entered},
      h('h1', null, 'Sign in'),
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
      asked.asOf = new Date();
      if (asked === current && trouble.dataset.by === 'turn') {
        say('');
      }
    }
  } catch (problem) {
    if (asked === current) {
      failed(problem, asked);
    }
  }
  if (asked === current) {
    tick();
    timer = setTimeout(turn, EVERY);
  }
};

const failed = (problem, page) => {
  if (problem.status === 401) {
    signOut();
    route();
    say('Tocsin does not know this token any more.');
    return;
  }
  const old = page.asOf && ` What is shown is from ${page.asOf.toLocaleTimeString()}.`;
  say(problem.message + (old ?? ''), 'turn');
};

const route = () => {
  say('');
  current = pageFor();
  document.title = `${current.title} · Tocsin`;
  nav.hidden = !signedIn();
  show(main, current.page);
  turn();
};

document.getElementById('sign-out').addEventListener('click', () => {
  signOut();
  route();
});
document.addEventListener('visibilitychange', () => document.hidden || turn());
addEventListener('hashchange', route);
setInterval(tick, 1000);
route();
