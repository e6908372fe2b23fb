// How a page follows the engine.

/**
 * Asks, and renders what is new; never what was asked for earlier after what was asked for later.
 *
 * @param render shows an answer; false when it would rather be asked again
 */
export const following = (ask, render) => {
  let asked = 0;
  let shown = 0;
  let last = '';
  return async () => {
    const turn = ++asked;
    const answer = await ask();
    const text = JSON.stringify(answer);
    if (turn > shown && text !== last && render(answer) !== false) {
      last = text;
    }
    shown = Math.max(shown, turn);
  };
};
