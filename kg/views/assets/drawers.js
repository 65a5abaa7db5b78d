// On a narrow window the two side columns are drawers over the picture: one is open at a time, Esc and its button close it.
"use strict";

const drawers = (() => {
  const NARROW = matchMedia("(max-width: 1099px)");
  let opener = null;

  const which = () => document.documentElement.dataset.drawer;

  function show(name, from = null) {
    if (!NARROW.matches) return;
    document.documentElement.dataset.drawer = name;
    opener = from ?? opener;
    mark();
    if (from) dom.byId(name).querySelector("button, select, input")?.focus();
  }

  function close() {
    if (!which()) return false;
    delete document.documentElement.dataset.drawer;
    mark();
    if (opener?.isConnected) opener.focus();
    opener = null;
    return true;
  }

  function mark() {
    for (const element of document.querySelectorAll(".drawer")) {
      element.setAttribute("aria-expanded", String(which() === element.dataset.drawer));
    }
  }

  function button(name, text) {
    const act = (event) => (which() === name ? close() : show(name, event.currentTarget));
    return dom.button(text, act, { class: "drawer", "data-drawer": name, "aria-controls": name, "aria-expanded": String(which() === name) });
  }

  // What is chosen in the picture is to be read, so its drawer opens; where nothing is chosen any more it goes.
  state.listen((changed) => {
    if (!changed.has("chosen")) return;
    if (state.current.chosen) show("panel");
    else if (which() === "panel") close();
  });

  return { button, close, isNarrow: () => NARROW.matches };
})();
