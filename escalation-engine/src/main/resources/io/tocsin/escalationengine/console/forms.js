// A verb's form in a dialog: one press is one command, however often it has to be tried.
import {command, newKey} from './api.js';
import {h} from './dom.js';

const control = (field, id) => {
  const attributes = {id, name: field.name, required: field.required};
  switch (field.kind) {
    case 'words':
      return h('textarea', {...attributes, rows: 2, maxlength: 2000});
    case 'time':
      return h('input', {...attributes, type: 'datetime-local'});
    case 'choice': {
      const options = field.choices.map((value) =>
        h('option', {value, selected: value === field.value}, value),
      );
      return h('select', attributes, field.none && h('option', {value: ''}, field.none), options);
    }
    default:
      return h('input', {...attributes, type: 'text', maxlength: 2000, autocomplete: 'off'});
  }
};

const labelled = (field) => {
  const id = 'field-' + field.name;
  return h(
    'p',
    null,
    h('label', {for: id}, field.label),
    control(field, id),
    field.hint && h('small', null, field.hint),
  );
};

const said = (form, fields) => {
  const values = {};
  for (const field of fields) {
    const value = form.elements[field.name].value.trim();
    if (value) {
      values[field.name] = field.kind === 'time' ? new Date(value).toISOString() : value;
    }
  }
  return values;
};

/**
 * One thing that somebody wants: tried again under the same key for as long as its effect is not
 * known, and under a new one after an answer, or when something else is said.
 */
class Wish {
  #key = newKey();
  #text = '';

  /** Sends it, and says why it failed; `done` is given the answer. */
  async press(button, trouble, path, body, done) {
    const text = JSON.stringify(body);
    if (this.#text !== text) {
      this.#key = newKey();
      this.#text = text;
    }
    button.disabled = true;
    trouble.hidden = true;
    try {
      await done(await command(path, this.#key, body));
    } catch (problem) {
      if (problem.status >= 400 && problem.status < 500) {
        this.#key = newKey();
      }
      trouble.textContent = problem.message;
      trouble.hidden = false;
    } finally {
      button.disabled = false;
    }
  }
}

/** A verb that asks for nothing: the button does it. */
export const button = (verb, path, trouble, done) => {
  const wish = new Wish();
  const pressed = (event) => wish.press(event.currentTarget, trouble, path, {}, done);
  return h('button', {type: 'button', class: 'main', onclick: pressed}, verb.label);
};

/** The form itself, for a dialog or a page of its own. */
export const form = (verb, fields, path, done, ...others) => {
  const wish = new Wish();
  const trouble = h('p', {class: 'trouble', role: 'alert', hidden: true});
  const submit = h('button', {type: 'submit', class: 'main'}, verb.label);
  const sent = (event) => {
    event.preventDefault();
    const values = said(event.currentTarget, fields);
    wish.press(submit, trouble, path, verb.body ? verb.body(values) : values, done);
  };
  return h(
    'form',
    {onsubmit: sent},
    fields.map(labelled),
    trouble,
    h('p', {class: 'buttons'}, submit, others),
  );
};

/** Opens the form of `verb` over the page. */
export const ask = (verb, shown, path, done) => {
  const cancel = h('button', {type: 'button', onclick: () => dialog.close()}, 'Cancel');
  const finished = async (answer) => {
    dialog.close();
    await done(answer);
  };
  const dialog = h(
    'dialog',
    {'aria-labelledby': 'dialog-title', onclose: () => dialog.remove()},
    h('h2', {id: 'dialog-title'}, `${verb.label}: ${shown.incident.id}`),
    form(verb, verb.fields(shown), path, finished, cancel),
  );
  document.body.append(dialog);
  dialog.showModal();
};
