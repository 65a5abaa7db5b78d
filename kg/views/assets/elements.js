// Elements made in one call. Text gets in through textContent alone, so no name or sentence is ever read as markup.
"use strict";

const elements = (() => {
  /**
   * An element with attributes ("text", "class", "on<event>" are what they say; null and false are left out).
   * @param {string} tag
   * @param {Record<string, any>} attributes
   * @param {...(Node | string | null | undefined)} children
   * @returns {any} an element of that tag
   */
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null || value === undefined || value === false) continue;
      if (name === "text") element.textContent = value;
      else if (name === "class") element.className = value;
      else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return element;
  }

  function button(text, onclick, attributes = {}) {
    return make("button", { type: "button", text, onclick, ...attributes });
  }

  return { make, button };
})();
