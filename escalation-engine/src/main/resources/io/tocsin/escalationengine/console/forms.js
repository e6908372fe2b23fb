// Buttons and forms of what can be done, and what is said when it is not.
import {Wish} from './api.js';
import {h} from './dom.js';

const control = (field, id) => {
  const attributes = {id, name: field.name, required: field.required};
  switch (field.kind) {
    case 'words':
      return h('textarea', {...attributes, rows: 2, maxlength: 2000});
    case 'time':
      return h('input', {...attributes, type: 'datetime-local'});
    case 'choice': {
      const options = field.choices.map((value) => h('option', {value}, value));
      return h('select', attributes, h('option', {value: ''}, field.none ?? 'choose'), options);
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

/** Where it is said that something was not done. */
const telling = () => h('p', {class: 'trouble', role: 'alert', hidden: true});

const tell = (trouble, text) => {
  trouble.textContent = text;
  trouble.hidden = !text;
};

const press = async (button, trouble, wish, path, body, done) => {
  button.disabled = true;
  tell(trouble, '');
  try {
    const answer = await wish.send(path, body);
    // what was done stays done, whatever becomes of showing it: the next look shows it
    Promise.resolve(done(answer)).catch(() => {});
  } catch (problem) {
    tell(trouble, problem.message);
  } finally {
    button.disabled = false;
  }
};

/** A verb that asks for nothing: the button does it. */
export const button = (verb, incident, done) => {
  const wish = new Wish();
  const trouble = telling();
  const pressed = (event) =>
    press(event.currentTarget, trouble, wish, `incidents/${incident}/${verb.name}`, {}, done);
  return h(
    'span',
    {class: 'press'},
    h(
      'button',
      {
        type: 'button',
        class: verb.main && 'main',
        id: `${verb.name}-${incident}`,
        'aria-label': `${verb.label} ${incident}`,
        onclick: pressed,
      },
      verb.label,
    ),
    trouble,
  );
};

/**
 * The form of a verb.
 *
 * @param done is given the engine's answer
 * @param others more buttons
 */
export const form = (verb, fields, path, done, ...others) => {
  const wish = new Wish();
  const trouble = telling();
  const submit = h('button', {type: 'submit', class: 'main'}, verb.label);
  const sent = (event) => {
    event.preventDefault();
    const values = said(event.currentTarget, fields);
    press(submit, trouble, wish, path, verb.body ? verb.body(values) : values, done);
  };
  return h(
    'form',
    {onsubmit: sent},
    fields.map(labelled),
    trouble,
    h('p', {class: 'buttons'}, submit, others),
  );
};

/** Opens the form of `verb` over the page; it stays until it is done or given up. */
export const ask = (verb, shown, done) => {
  const cancel = h('button', {type: 'button', onclick: () => dialog.close()}, 'Cancel');
  const finished = () => {
    dialog.close();
    return done();
  };
  const path = `incidents/${shown.incident.id}/${verb.name}`;
  const dialog = h(
    'dialog',
    {'aria-labelledby': 'dialog-title', onclose: () => dialog.remove()},
    h('h2', {id: 'dialog-title'}, `${verb.label}: ${shown.incident.id}`),
    form(verb, verb.fields(shown), path, finished, cancel),
  );
  document.body.append(dialog);
  dialog.showModal();
};
