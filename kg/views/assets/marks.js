// One mark, one meaning: what stands for a state, on the picture, in the legend, on paper. Shapes are of radius 1.
"use strict";

const marks = (() => {
  const OUTLINES = {
    dot: "M-1 0A1 1 0 1 0 1 0A1 1 0 1 0-1 0Z",
    square: "M-.9-.9H.9V.9H-.9Z",
    triangle: "M0-1.1 1.1.85H-1.1Z",
    triangleDown: "M0 1.1-1.1-.85H1.1Z",
    diamond: "M0-1.15 1.15 0 0 1.15-1.15 0Z",
    star: "M0-1.15 .3-.36 1.13-.34 .48.18 .72 1 0 .52-.72 1-.48.18-1.13-.34-.3-.36Z",
    stack: "M-1-.35H.35V1H-1ZM-.6-.35V-.95H.95V.6H.35V-.35Z",
    hexagon: "M-.5-.87H.5L1 0 .5.87H-.5L-1 0Z",
  };
  /** The lower left half of a shape that fits in a circle or a square, cut from corner to corner. */
  const HALVES = {
    dot: "M-.71-.71A1 1 0 0 0 .71.71Z",
    square: "M-.9-.9V.9H.9Z",
    triangle: "M-.55-.12-1.1.85H1.1Z",
  };
  const SHAPES = { province: "square", prefecture: "dot", county: "triangle" };

  /** What is drawn over one another for a region: outlines with fill, stroke, width in pixels, dash. */
  function region(said, colour, shape = "dot") {
    const look = theme.colours();
    const whole = OUTLINES[shape];
    const edge = paint.edge(colour);
    if (said === "none") return [{ d: whole, fill: look.panel, stroke: look.hollow, width: 1.4, dash: [3, 2] }];
    if (traced.isAdoption(said) || said === "plain") return [{ d: whole, fill: colour, stroke: edge, width: 1 }];
    const ground = { d: whole, fill: look.silent, stroke: look.hollow, width: 1 };
    if (said === "planned") {
      return [
        { ...ground, fill: look.panel, stroke: edge, width: 1.4 },
        { d: HALVES[shape] ?? HALVES.dot, fill: colour },
      ];
    }
    if (said === "mention") return [ground, { d: "M-.32 0A.32.32 0 1 0 .32 0A.32.32 0 1 0-.32 0Z", fill: look.ink2 }];
    if (said === "laid_down") return [ground, { d: "M-.1-.6H.6V.1Z", fill: look.ink }];
    if (said === "designated") return [ground, { d: "M0-.55.55 0 0 .55-.55 0Z", fill: look.panel, stroke: look.ink, width: 1.4 }];
    return [ground];
  }

  const paths = new Map();
  const path = (d) => paths.get(d) ?? paths.set(d, new Path2D(d)).get(d);

  /** Draws outlines of radius 1 at a place of a canvas. */
  function draw(ctx, outlines, x, y, radius, opacity = 1) {
    ctx.save();
    ctx.globalAlpha *= opacity;
    ctx.translate(x, y);
    ctx.scale(radius, radius);
    for (const { d, fill, stroke, width = 1, dash = [] } of outlines) {
      if (fill) {
        ctx.fillStyle = fill;
        ctx.fill(path(d));
      }
      if (!stroke) continue;
      ctx.strokeStyle = stroke;
      ctx.lineWidth = width / radius;
      ctx.setLineDash(dash.map((length) => length / radius));
      ctx.stroke(path(d));
    }
    ctx.restore();
  }

  const NS = "http://www.w3.org/2000/svg";

  /** Outlines as an element of SVG. */
  function svg(outlines, x, y, radius) {
    const group = document.createElementNS(NS, "g");
    group.setAttribute("transform", `translate(${x} ${y}) scale(${radius})`);
    for (const { d, fill, stroke, width = 1, dash } of outlines) {
      const element = document.createElementNS(NS, "path");
      element.setAttribute("d", d);
      element.setAttribute("fill", fill ?? "none");
      if (stroke) {
        element.setAttribute("stroke", stroke);
        element.setAttribute("stroke-width", String(Math.round((width / radius) * 1000) / 1000));
        if (dash) element.setAttribute("stroke-dasharray", dash.map((length) => length / radius).join(" "));
      }
      group.append(element);
    }
    return group;
  }

  /** Outlines as a small picture beside a word. */
  function glyph(outlines) {
    const picture = document.createElementNS(NS, "svg");
    picture.setAttribute("viewBox", "-8 -8 16 16");
    picture.setAttribute("class", "glyph");
    picture.setAttribute("aria-hidden", "true");
    picture.append(svg(outlines, 0, 0, 5.6));
    return picture;
  }

  return {
    region,
    draw,
    svg,
    glyph,
    /** The outline of a node of another label. */
    node: (shape, colour) => [{ d: OUTLINES[shape] ?? OUTLINES.dot, fill: colour, stroke: paint.edge(colour), width: 1 }],
    levelShape: (level) => SHAPES[level] ?? "dot",
  };
})();
