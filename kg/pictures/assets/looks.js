// Colours and sizes: the palette of the theme, the sizes for the width of the window.
"use strict";

const looks = (() => {
  const { palette, geometry } = JSON.parse(document.getElementById("looks-data").textContent);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let printing = false;

  const theme = () => (printing ? "light" : (document.documentElement.dataset.theme ?? (dark.matches ? "dark" : "light")));

  /** Which of several sizes holds for the width of the window. */
  const step = () => {
    const at = geometry.breaks.findIndex((width) => innerWidth >= width);
    return at < 0 ? geometry.breaks.length : at;
  };

  return {
    geometry,
    theme,
    colours: () => palette[theme()],
    step,
    size: (sizes) => sizes[step()],
    print: (on) => (printing = on),
    /** Runs `draw` whenever the system's theme changes. */
    watch: (draw) => dark.addEventListener("change", draw),
    still: () => matchMedia("(prefers-reduced-motion: reduce)").matches,
  };
})();
