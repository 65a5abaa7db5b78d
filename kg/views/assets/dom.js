// Elements of this page: those that any page has, shapes, and groups of buttons.
"use strict";

const dom = (() => {
  const { make, button } = elements;
  const SVG = "http://www.w3.org/2000/svg";
  const GLYPHS = {
    dot: "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11Z",
    diamond: "M8 1.2 14.8 8 8 14.8 1.2 8Z",
    square: "M3 3H13V13H3Z",
    triangle: "M8 2 14.5 13.5H1.5Z",
    triangleDown: "M8 14 1.5 2.5H14.5Z",
    star: "M8 1 10 6 15.2 6.2 11.1 9.5 12.6 14.6 8 11.6 3.4 14.6 4.9 9.5.8 6.2 6 6Z",
    hexagon: "M5 2.5H11L14.5 8 11 13.5H5L1.5 8Z",
    stack: "M2 6H10V14H2ZM4.5 6V2H14V11.5H10V6Z",
    line: "M1 8H15",
    play: "M4 2.5 13 8 4 13.5Z",
    pause: "M3.5 3H6.5V13H3.5ZM9.5 3H12.5V13H9.5Z",
  };

  /** A small picture of a shape: that of a label in the legend, or of a button. */
  function glyph(shape, colour, hollow = false) {
    const svg = document.createElementNS(SVG, "svg");
    const path = document.createElementNS(SVG, "path");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("class", "glyph");
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", GLYPHS[shape] ?? GLYPHS.dot);
    path.setAttribute("fill", hollow || shape === "line" ? "none" : colour);
    path.setAttribute("stroke", colour);
    path.setAttribute("stroke-width", shape === "line" ? "3" : "1.4");
    svg.append(path);
    return svg;
  }

  /** Buttons of which one is pressed; `choices` are [value, text] pairs. */
  function segmented(label, choices, current, choose) {
    const group = make("div", { class: "segmented", role: "group", "aria-label": label });
    for (const [value, text, disabled] of choices) {
      group.append(
        button(text, () => choose(value), {
          "aria-pressed": String(value === current),
          "data-value": value,
          disabled: Boolean(disabled),
        }),
      );
    }
    return group;
  }

  return {
    make,
    glyph,
    outline: (shape) => GLYPHS[shape] ?? GLYPHS.dot,
    button,
    segmented,
    /** @type {(id: string) => any} an element of whatever kind */
    byId: (id) => document.getElementById(id),
  };
})();
