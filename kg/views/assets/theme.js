// Light or dark: as the system has it, until the reader chooses.
"use strict";

const theme = (() => {
  const system = matchMedia("(prefers-color-scheme: dark)");

  const name = () => state.current.theme ?? (system.matches ? "dark" : "light");

  /** Puts the chosen theme on the page; without a choice the styles follow the system by themselves. */
  function apply() {
    if (state.current.theme) document.documentElement.dataset.theme = state.current.theme;
    else delete document.documentElement.dataset.theme;
  }

  return {
    name,
    apply,
    isDark: () => name() === "dark",
    colours: () => data.page.themes[name()],
    /** The colour of a label or type in the legend. */
    of: (style) => (name() === "dark" ? style.dark : style.colour),
    watch: (act) => system.addEventListener("change", act),
    isStill: () => matchMedia("(prefers-reduced-motion: reduce)").matches,
  };
})();
