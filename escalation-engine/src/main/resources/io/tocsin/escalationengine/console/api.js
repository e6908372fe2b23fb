// The engine's API, as anybody calls it: a token of one's own, and a key that makes a repeat harmless.
const KEPT = 'tocsin-token';
let token = sessionStorage.getItem(KEPT) ?? localStorage.getItem(KEPT);
let ahead = 0;

let refused = () => {};

/** What the engine, or the way to it, says instead of an answer. */
export class Problem extends Error {
  /** @param status the engine's, 0 where it gave no answer */
  constructor(status, text) {
    super(text);
    this.status = status;
  }

  /** Whether what was asked for may have happened, or still will. */
  get isUnsettled() {
    return this.status === 0 || this.status === 202 || this.status >= 500;
  }
}

/** @param then is called when the engine no longer knows the token */
export const onRefused = (then) => {
  refused = then;
};

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

const answered = async (path, options, headers) => {
  try {
    return await fetch('/api/' + path, {
      ...options,
      headers: {...headers, Authorization: 'Bearer ' + token, 'Tocsin-Client': 'console'},
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(15000),
    });
  } catch {
    throw new Problem(0, 'The engine is not reached.');
  }
};

const send = async (path, options, headers = {}) => {
  const answer = await answered(path, options, headers);
  const said = Date.parse(answer.headers.get('Date'));
  if (Math.abs(said - now()) > 2000) {
    ahead = said - Date.now();
  }
  const body = await answer.json().catch(() => null);
  if (answer.status === 401) {
    signOut();
    refused();
    throw new Problem(401, 'Tocsin does not know this token.');
  }
  if (!answer.ok) {
    throw new Problem(answer.status, body?.detail ?? `The engine answered ${answer.status}.`);
  }
  if (body === null) {
    throw new Problem(0, 'The answer of the engine was cut off.');
  }
  return {status: answer.status, body};
};

export const get = async (path) => (await send(path, {})).body;

const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((it) => it.toString(16).padStart(2, '0')).join('');

/**
 * One thing that somebody wants done: asked for again under the same key for as long as its effect
 * is not known, so that it happens once.
 */
export class Wish {
  #key = newKey();
  #text = '';

  async send(path, body) {
    const text = JSON.stringify(body);
    this.#key = text === this.#text ? this.#key : newKey();
    this.#text = text;
    try {
      const answer = await send(
        path,
        {method: 'POST', body: text},
        {'Content-Type': 'application/json', 'Idempotency-Key': this.#key},
      );
      if (answer.status === 202) {
        throw new Problem(202, 'The engine has it, but has not done it yet.');
      }
      this.#text = '';
      return answer.body;
    } catch (problem) {
      if (!problem.isUnsettled) {
        this.#text = '';
        throw problem;
      }
      const known = problem.status === 503 ? 'Kafka does not take it now.' : problem.message;
      throw new Problem(problem.status, known + ' Press again: however often, it happens once.');
    }
  }
}
