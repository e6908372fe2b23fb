// Elements from data: text is only ever text, so nothing that an alert says becomes markup.
export const h = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value != null) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
};

/** Shows `content` in place of what was there; the keyboard stays where it was. */
export const show = (place, ...content) => {
  const focused = place.contains(document.activeElement) ? document.activeElement.id : '';
  place.replaceChildren(...content);
  if (focused) {
    document.getElementById(focused)?.focus({preventScroll: true});
  }
};

/** A link only where it leads to a page; anything else stays text. */
export const link = (text, href) =>
  /^https?:\/\//i.test(href)
    ? h('a', {href, rel: 'noreferrer noopener', target: '_blank'}, text)
    : h('span', null, `${text}: ${href}`);
