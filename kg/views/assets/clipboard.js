// Text for the clipboard, and buttons that put it there and say so.
"use strict";

const clipboard = (() => {
  const SAID = 1200; // milliseconds that a button says it for

  async function put(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = dom.make("textarea", { class: "offscreen" });
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  }

  /** A button that copies what `text` gives. */
  function button(label, text, attributes = {}) {
    const act = async (event) => {
      const { currentTarget } = event;
      await put(text());
      currentTarget.textContent = words.t("copied");
      setTimeout(() => (currentTarget.textContent = label), SAID);
    };
    return dom.button(label, act, attributes);
  }

  return { button };
})();
