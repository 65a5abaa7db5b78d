// One mark, one meaning: what stands for a state, a level, a first year, on every picture and in every key.
"use strict";

const marks = (() => {
  const { add, rect } = draw;

  /** A cell of a region and year at a place; `cell` as in the model. */
  function cell(parent, x, y, width, height, item) {
    const colours = looks.colours();
    if (item.observed) rect(parent, x, y, width, height, { fill: colours.silent });
    const inset = item.observed ? 0 : 3;
    state(parent, x + inset, y + inset, width - 2 * inset, height - 2 * inset, item.state);
    if (!item.observed) {
      rect(parent, x + 0.5, y + 0.5, width - 1, height - 1, { fill: "none", stroke: colours.hollow, "stroke-dasharray": "3 2" });
    }
    for (const kind of item.beside ?? []) beside(parent, x, y, width, height, kind);
    if (item.first) first(parent, x, y, width, height, item.first);
  }

  function state(parent, x, y, width, height, name) {
    const colours = looks.colours();
    const side = Math.min(width, height);
    const middle = [x + width / 2, y + height / 2];
    if (name === "mention") add(parent, "circle", { cx: middle[0], cy: middle[1], r: 2.4, fill: colours.ink2 });
    if (name === "planned") {
      add(parent, "path", { d: `M${x} ${y}V${y + height}H${x + width}Z`, fill: colours.planned });
    }
    if (["pilot", "implemented", "completed"].includes(name)) {
      rect(parent, x, y, width, height, { fill: name === "completed" ? colours.completed : colours.status });
    }
    if (name === "pilot") {
      const hole = Math.max(5, side * 0.36);
      rect(parent, middle[0] - hole / 2, middle[1] - hole / 2, hole, hole, { fill: colours.panel });
    }
    if (name === "completed") {
      const size = Math.min(8, side * 0.28);
      const d = `M${middle[0] - size} ${middle[1]}l${size * 0.7} ${size * 0.7}l${size * 1.3} ${-size * 1.4}`;
      add(parent, "path", { d, fill: "none", stroke: colours.panel, "stroke-width": 2 });
    }
  }

  function beside(parent, x, y, width, height, kind) {
    const colours = looks.colours();
    if (kind === "laid_down") corner(parent, x, y, width);
    else {
      const [cx, cy] = [x + width - 6, y + height - 6];
      const d = `M${cx} ${cy - 4}l4 4l-4 4l-4 -4Z`;
      add(parent, "path", { d, fill: colours.panel, stroke: colours.ink, "stroke-width": 1.5 });
    }
  }

  function corner(parent, x, y, width) {
    const size = Math.min(9, width * 0.4);
    const colours = looks.colours();
    const d = `M${x + width - size} ${y}h${size}v${size}Z`;
    add(parent, "path", { d, fill: colours.ink, stroke: colours.panel, "stroke-width": 0.8 });
  }

  /** The outline of a first year: solid where it is exact, dashed where it is bounded. */
  function first(parent, x, y, width, height, kind) {
    const { panel } = looks.colours();
    rect(parent, x + 2, y + 2, width - 4, height - 4, { fill: "none", stroke: panel, "stroke-width": 4 });
    rect(parent, x + 1.25, y + 1.25, width - 2.5, height - 2.5, {
      fill: "none", stroke: looks.colours().ink, "stroke-width": 2.5, "stroke-dasharray": kind === "exact" ? null : "4 3",
    });
  }

  /** The marker of a level. */
  function level(parent, x, y, name, radius, halo = 0) {
    const fill = levelColour(name);
    const shape = { fill, stroke: halo ? looks.colours().panel : null, "stroke-width": halo || null, "paint-order": "stroke" };
    if (name === "province") return rect(parent, x - radius, y - radius, 2 * radius, 2 * radius, shape);
    if (name === "county") {
      const r = radius * 1.25;
      return add(parent, "path", { d: `M${x} ${y - r}L${x + r} ${y + 0.8 * r}H${x - r}Z`, ...shape });
    }
    return add(parent, "circle", { cx: x, cy: y, r: radius, ...shape });
  }

  const levelColour = (name) => looks.colours()[name] ?? looks.colours().ink;

  /** Items of a key, each a mark and a text, set in rows of `width`; gives the height. `items` are [draw, text, space]. */
  function key(parent, x, y, width, items, heading = null) {
    const colours = looks.colours();
    let [left, top] = [x, y];
    if (heading) {
      draw.write(parent, left, top + 15, heading, { size: 12, weight: 700, fill: colours.ink });
      left += draw.measure(heading, 12, 700) + 18;
    }
    for (const [mark, text, space = 26] of items) {
      const wide = space + 6 + draw.measure(text, 13) + 20;
      if (left > x && left + wide - 20 > x + width) [left, top] = [x, top + 26];
      mark(left, top);
      const lines = draw.wrap(text, width - space - 6, 13);
      lines.forEach((line, at) => draw.write(parent, left + space + 6, top + 15 + 18 * at, line, { size: 13, fill: colours.ink2 }));
      top += 18 * (lines.length - 1);
      left += lines.length > 1 ? width : wide;
    }
    return top + 26 - y;
  }

  return { cell, state, beside, corner, first, level, levelColour, key };
})();
