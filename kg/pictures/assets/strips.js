// Under the curve: how many regions have a report, of all there are, and the first years, a stroke a region.
"use strict";

const strips = (() => {
  const { model, say } = data;
  const { write, rect, line } = draw;

  /** Whether there is room at the right for how many regions there are. */
  const roomy = (at) => at.width - at.end > 56;

  function heading(svg, at, y, name, about, items = []) {
    const colours = looks.colours();
    write(svg, at.left, y, name, { weight: 700, fill: colours.ink });
    let [x, drop] = [at.left + draw.measure(name, 12, 700) + 12, 0];
    if (x + draw.measure(about) > at.width) [x, drop] = [at.left, 18];
    write(svg, x, y + drop, draw.cut(about, at.width - x), { fill: colours.muted });
    x += draw.measure(about) + 18;
    for (const [exact, text] of items) {
      if (x + 14 + draw.measure(text) > at.width) [x, drop] = [at.left, drop + 18];
      stroke(svg, x, y + drop - 8, colours.ink, exact);
      write(svg, x + 9, y + drop, text, { fill: colours.muted });
      x += 9 + draw.measure(text) + 16;
    }
    return drop;
  }

  function stroke(svg, x, y, colour, exact) {
    const [width, height] = looks.geometry.curve.tick;
    if (exact) rect(svg, x, y, width, height, { fill: colour });
    else rect(svg, x + 0.5, y + 0.5, width - 1, height - 1, { fill: "none", stroke: colour });
  }

  function coverage(svg, at, strip, y) {
    const sizes = looks.geometry.curve;
    const colours = looks.colours();
    const colour = marks.levelColour(strip.level);
    const said = at.step >= sizes.numbers ? "both" : at.step >= sizes.count ? "count" : "bars";
    const row = said === "bars" ? sizes.bars : sizes.strip;
    const bar = y + row - 12;
    write(svg, at.left - 8, bar + (said === "bars" ? 8 : 4), draw.cut(data.level(strip.level), at.left - 10, 12, 700), { weight: 700, fill: colour, anchor: "end" });
    strip.coverage.forEach(([observed, all], index) => {
      const x = at.left + index * at.step + 1.5;
      const wide = at.step - 3;
      const text = said === "both" ? `${observed}/${all}` : said === "count" ? observed : null;
      if (text !== null) write(svg, x + wide / 2, bar - 5, text, { fill: observed ? colours.ink2 : colours.muted, anchor: "middle" });
      rect(svg, x, bar, wide, 6, { fill: colours.grid });
      if (observed) rect(svg, x, bar, Math.min(wide, Math.max(2, (wide * observed) / Math.max(all, 1))), 6, { fill: colour });
      const whole = rect(svg, x, y, wide, row, { fill: "transparent" });
      draw.add(whole, "title", {}, `${model.years[index]} · ${data.level(strip.level)} · ${observed}/${all}`);
    });
    if (said !== "both" && roomy(at)) write(svg, at.end + 8, bar + 6, `÷ ${strip.coverage.at(-1)[1]}`, { fill: colours.muted });
    return row;
  }

  function firsts(svg, at, strip, y) {
    const sizes = looks.geometry.curve;
    const colours = looks.colours();
    const colour = marks.levelColour(strip.level);
    const inRow = Math.max(1, Math.floor((at.step - 6) / (sizes.tick[0] + 2)));
    const rows = Math.max(1, ...strip.firsts.map(([exact, bounded]) => Math.min(sizes.tick_rows, Math.ceil((exact + bounded) / inRow))));
    const height = rows * (sizes.tick[1] + 2) + 8;
    line(svg, at.left, y + height, at.end, y + height, colours.grid);
    write(svg, at.left - 8, y + height / 2 + 5, draw.cut(data.level(strip.level), at.left - 10, 12, 700), { weight: 700, fill: colour, anchor: "end" });
    strip.firsts.forEach(([exact, bounded], index) => {
      const x = at.left + index * at.step;
      const all = exact + bounded;
      if (all > inRow * sizes.tick_rows) block(svg, x, y + 3, at.step, height - 6, exact, bounded, colour);
      else for (let n = 0; n < all; n += 1) {
        stroke(svg, x + 4 + (n % inRow) * (sizes.tick[0] + 2), y + 4 + Math.floor(n / inRow) * (sizes.tick[1] + 2), colour, n < exact);
      }
    });
    return height;
  }

  /** Many regions of one year: a block, split in proportion, with both numbers where they fit. */
  function block(svg, x, y, step, height, exact, bounded, colour) {
    const colours = looks.colours();
    const all = exact + bounded;
    const wide = Math.max(step - 4, draw.measure(all, 12, 700) + 6);
    const left = x + (step - wide) / 2;
    const split = (wide * exact) / all;
    rect(svg, left + 0.75, y + 0.75, wide - 1.5, height - 1.5, { fill: colours.panel, stroke: colour, "stroke-width": 1.5 });
    if (exact) rect(svg, left, y, split, height, { fill: colour });
    const place = y + height / 2 + 4.5;
    const told = (at, text, fill) => write(svg, at, place, text, { weight: 700, fill, anchor: "middle" });
    const fits = split > 16 && wide - split > draw.measure(bounded, 12, 700) + 2;
    if (exact && bounded && fits) {
      told(left + split / 2, exact, colours.panel);
      told(left + (split + wide) / 2, bounded, colour);
    } else told(left + wide / 2, all, split > wide / 2 ? colours.panel : colour);
  }

  /** Draws both strips under `y`; gives where they end. */
  function draw_(svg, at, y) {
    const alone = at.step < looks.geometry.curve.numbers && !roomy(at);
    const all = alone ? ` (${model.curve.strips.map((strip) => strip.coverage.at(-1)[1]).join(" · ")})` : "";
    let top = y + heading(svg, at, y + 6, say("coverage"), say("coverage_of") + all) + 12;
    for (const strip of model.curve.strips) top += coverage(svg, at, strip, top);
    top += 26;
    top += heading(svg, at, top, say("firsts"), say("firsts_of"), [[true, say("firsts_exact")], [false, say("firsts_bounded")]]) + 8;
    for (const strip of model.curve.strips) top += firsts(svg, at, strip, top);
    return top + 6;
  }

  return { draw: draw_ };
})();
