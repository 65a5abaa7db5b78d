// Elements of this page: those that any page has, and groups of buttons.
"use strict";

const dom = (() => {
  const { make, button } = elements;

  /** Buttons of which one is pressed; `choices` are [value, text] pairs. */
  function segmented(label, choices, current, choose) {
    const buttons = choices.map(([value, text]) =>
      button(text, () => choose(value), { "aria-pressed": String(value === current), "data-value": String(value) }),
    );
    return make("div", { class: "segmented", role: "group", "aria-label": label }, ...buttons);
  }

  /** Marks and opening quotation marks at the start of a line hang into the margin. */
  const hangs = (text) => /^[“‘《〈（「『【(]/.test(text);

  /** @type {(id: string) => any} an element of whatever kind */
  const byId = (id) => document.getElementById(id);

  return { make, button, segmented, hangs, byId };
})();
