// Pictures as SVG with plain attributes, so that a saved picture looks as it does on the page.
"use strict";

const draw = (() => {
  const NS = "http://www.w3.org/2000/svg";
  const FONT = '"Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif';
  const ruler = document.createElement("canvas").getContext("2d");
  let hatches = 0;

  function add(parent, tag, attributes = {}, text = null) {
    const element = document.createElementNS(NS, tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined) element.setAttribute(name, typeof value === "number" ? round(value) : value);
    }
    if (text !== null) element.textContent = text;
    parent?.append(element);
    return element;
  }

  const round = (value) => String(Math.round(value * 100) / 100);

  /** A picture; `label` is what a screen reader says of it. */
  function sheet(width, label) {
    return add(null, "svg", { xmlns: NS, width, role: "img", "aria-label": label, "font-family": FONT, "font-size": 12 });
  }

  /** Sets the height of a picture, once it is known. */
  function finish(svg, height) {
    const width = svg.getAttribute("width");
    svg.setAttribute("height", round(height));
    svg.setAttribute("viewBox", `0 0 ${width} ${round(height)}`);
    return svg;
  }

  /**
   * Text at a place; `halo` is the colour of its outline, which keeps it readable on lines.
   * @param {Element} parent
   * @param {number} x
   * @param {number} y
   * @param {string | number} text
   * @param {{size?: number, weight?: number, fill?: string, anchor?: string, halo?: string}} [look]
   */
  function write(parent, x, y, text, { size = 12, weight = null, fill, anchor = null, halo = null } = {}) {
    return add(parent, "text", {
      x, y, fill, "font-size": size === 12 ? null : size, "font-weight": weight, "text-anchor": anchor,
      stroke: halo, "stroke-width": halo && 3, "stroke-linejoin": halo && "round", "paint-order": halo && "stroke",
    }, String(text));
  }

  function measure(text, size = 12, weight = 400) {
    ruler.font = `${weight} ${size}px ${FONT}`;
    return ruler.measureText(String(text)).width;
  }

  /** `text` in lines of at most `width`: between Han at will, between words at blanks, no closing mark at a start. */
  function wrap(text, width, size = 12, weight = 400) {
    const pieces = text.match(/(?:[A-Za-z0-9À-ÿ.÷/–\-+#_()']+(?: %)?|\s+|[^])[，。；：、）》”’！？]*/gu) ?? [];
    const lines = [""];
    for (const piece of pieces) {
      const line = lines.at(-1);
      if (line && measure((line + piece).trimEnd(), size, weight) > width) lines.push(piece.trimStart());
      else lines[lines.length - 1] = line + piece;
    }
    return lines.map((line) => line.trimEnd()).filter((line, at) => line || at === 0);
  }

  /** `text`, cut to `width` with an ellipsis. */
  function cut(text, width, size = 12, weight = 400) {
    if (measure(text, size, weight) <= width) return text;
    const letters = [...text];
    while (letters.length && measure(`${letters.join("")}…`, size, weight) > width) letters.pop();
    return `${letters.join("")}…`;
  }

  /** Of how many years in a row one can be written, where each is `step` wide. */
  const every = (step) => Math.max(1, Math.ceil(24 / step));

  /** A hatch as a fill of `svg`, of which `scale` tells how large it is drawn. */
  function hatch(svg, colour, scale = 1) {
    hatches += 1;
    const id = `hatch-${hatches}`;
    const defs = svg.querySelector("defs") ?? add(svg, "defs");
    const pattern = add(defs, "pattern", { id, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: `${scale === 1 ? "" : `scale(${1 / scale})`}rotate(45)` });
    add(pattern, "line", { x1: 0, y1: 0, x2: 0, y2: 6, stroke: colour, "stroke-width": 2 });
    return `url(#${id})`;
  }

  const line = (parent, x1, y1, x2, y2, stroke, attributes = {}) => add(parent, "line", { x1, y1, x2, y2, stroke, ...attributes });

  const rect = (parent, x, y, width, height, attributes = {}) => add(parent, "rect", { x, y, width, height, ...attributes });

  return { add, sheet, finish, write, measure, wrap, cut, every, hatch, line, rect, FONT };
})();
