// The engine's API, as anybody calls it: a token of one's own, and a key that makes a repeat harmless.
const KEPT = 'tocsin-token';
let token = sessionStorage.getItem(KEPT) ?? localStorage.getItem(KEPT);
let ahead = 0;

/** What the engine, or the way to it, says instead of an answer. */
export class Problem extends Error {
  constructor(status, text) {
    super(text);
    this.status = status;
  }
}

export const signedIn = () => Boolean(token);

/** @param stay whether this device keeps the token when the window is closed */
export const signIn = (given, stay) => {
  token = given;
  (stay ? localStorage : sessionStorage).setItem(KEPT, given);
};

export const signOut = () => {
  token = null;
  sessionStorage.removeItem(KEPT);
  localStorage.removeItem(KEPT);
};

/** The engine's time, so that a device whose clock is wrong counts down rightly. */
export const now = () => Date.now() + ahead;

const send = async (path, options, headers = {}) => {
  let answer;
  try {
    answer = await fetch('/api/' + path, {
      ...options,
      headers: {...headers, Authorization: 'Bearer ' + token, 'Tocsin-Client': 'console'},
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(15000),
    });
  } catch {
    throw new Problem(0, 'The engine is not reached.');
  }
  const said = Date.parse(answer.headers.get('Date'));
  if (Math.abs(said - now()) > 2000) {
    ahead = said - Date.now();
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Problem(answer.status, body.detail ?? `The engine answered ${answer.status}.`);
  }
  return {status: answer.status, body};
};

export const get = async (path) => (await send(path, {})).body;

/** A name for one press of a button. */
export const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((it) => it.toString(16).padStart(2, '0')).join('');

/** @param key the same for every try of one press, so that it happens once */
export const command = (path, key, body) =>
  send(
    path,
    {method: 'POST', body: JSON.stringify(body)},
    {'Content-Type': 'application/json', 'Idempotency-Key': key},
  );
