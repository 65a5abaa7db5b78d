// The keyboard: Space plays the years, / searches, Esc clears step by step, F fits.
"use strict";

const keys = (() => {
  const typing = (element) => element?.matches?.("input:not([type=range]), textarea, select");

  function escape() {
    const box = dom.byId("search");
    /** @type {HTMLDetailsElement} */
    const menu = document.querySelector("details.menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    } else if (drawers.close()) {
      return;
    } else if (document.activeElement === box || box.value) {
      search.clear();
      box.blur();
    } else if (state.current.chosen || state.current.focus !== null) {
      state.change({ chosen: null, focus: null });
    }
  }

  function listen() {
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key === "Escape") return escape();
      const on = /** @type {Element} */ (event.target);
      if (typing(event.target)) return undefined;
      if (event.key === "/") {
        event.preventDefault();
        dom.byId("search").focus();
      } else if (event.key === " " && !on.matches?.("button, summary")) {
        event.preventDefault();
        years.play();
      } else if (event.key.toLowerCase() === "f") {
        if (state.current.layout === "timeline") timeline.fit();
        else picture.fit();
      }
      return undefined;
    });
  }

  return { listen };
})();
