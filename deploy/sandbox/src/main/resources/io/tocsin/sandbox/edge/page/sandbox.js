// Shows what is new, but takes nothing away from somebody who types, chooses or reads what is folded.
const fields = () => [...document.querySelectorAll('input:not([type=hidden]), textarea, select')];
const changed = (field) =>
  field.tagName === 'SELECT'
    ? [...field.options].some((option) => option.selected !== option.defaultSelected && option.value)
    : field.value !== field.defaultValue;
const isBusy = () =>
  document.hidden ||
  fields().includes(document.activeElement) ||
  fields().some(changed) ||
  document.querySelector('details[open]') !== null;

setInterval(() => {
  if (!isBusy()) {
    location.reload();
  }
}, 3000);
