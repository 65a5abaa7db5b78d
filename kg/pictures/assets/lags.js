// The lag plot: the region's first year up, its superior's across; above the diagonal the region is later.
"use strict";

const lags = (() => {
  const { model, say } = data;
  const { add, write, rect, line } = draw;

  const colourOf = (order) => {
    const colours = looks.colours();
    return { later: colours.prefecture, earlier: colours.province, same: colours.ink, open: colours.hollow }[order];
  };

  function span() {
    const told = model.lags.dots.flatMap((dot) => [dot.x, dot.y]);
    const [first, last] = [Math.min(...told), Math.max(...told)];
    const years = [];
    for (let year = Math.min(first, last - 2); year <= last; year += 1) years.push(year);
    return years;
  }

  function plot(svg, room, top) {
    const colours = looks.colours();
    const years = span();
    const sizes = looks.geometry.lags;
    const left = 44;
    const cell = Math.min(sizes.cell, Math.min(sizes.most, room - left) / years.length);
    const side = cell * years.length;
    const y = (year) => top + side - (years.indexOf(year) + 1) * cell;
    const x = (year) => left + years.indexOf(year) * cell;
    add(svg, "path", { d: `M${left} ${top}H${left + side}L${left} ${top + side}Z`, fill: colours.prefecture, "fill-opacity": 0.06 });
    add(svg, "path", { d: `M${left + side} ${top}V${top + side}H${left}Z`, fill: colours.province, "fill-opacity": 0.06 });
    years.forEach((year, at) => {
      rect(svg, x(year), y(year), cell, cell, { fill: colours.silent });
      line(svg, left, top + at * cell, left + side, top + at * cell, colours.grid);
      line(svg, left + at * cell, top, left + at * cell, top + side, colours.grid);
      const text = cell < 38 ? `'${String(year).slice(2)}` : year;
      write(svg, left - 8, y(year) + cell / 2 + 4, text, { fill: colours.muted, anchor: "end" });
      write(svg, x(year) + cell / 2, top + side + 18, text, { fill: colours.muted, anchor: "middle" });
    });
    line(svg, left, top + side, left + side, top, colours.muted, { "stroke-dasharray": "4 4" });
    dots(svg, x, y, cell);
    write(svg, left + side / 2, top + side + 40, say("lags_superior"), { weight: 700, fill: colours.ink, anchor: "middle" });
    return { side: left + side, bottom: top + side + 52 + said(svg, Math.max(left + side, Math.min(room, 420)), top + side + 52), wide: Math.max(left + side, Math.min(room, 420)) };
  }

  function dots(svg, x, y, cell) {
    const sizes = looks.geometry.lags;
    const cells = new Map();
    for (const dot of model.lags.dots) cells.set(`${dot.x} ${dot.y}`, [...(cells.get(`${dot.x} ${dot.y}`) ?? []), dot]);
    for (const held of cells.values()) {
      const inRow = Math.max(1, Math.min(4, Math.floor((cell - 4) / sizes.apart)));
      const [left, top] = [x(held[0].x), y(held[0].y)];
      const rows = Math.ceil(held.length / inRow);
      if (rows * sizes.apart > cell) {
        write(svg, left + cell / 2, top + cell / 2 + 5, held.length, { size: 14, weight: 700, fill: colourOf(held[0].order), anchor: "middle" });
        continue;
      }
      held.forEach((dot, at) => {
        const wide = Math.min(inRow, held.length) * sizes.apart;
        const cx = left + (cell - wide) / 2 + ((at % inRow) + 0.5) * sizes.apart;
        const cy = top + (cell - rows * sizes.apart) / 2 + (Math.floor(at / inRow) + 0.5) * sizes.apart;
        const chosen = dot.region === state.current.region;
        const mark = add(svg, "circle", { cx, cy, r: sizes.radius, fill: colourOf(dot.order), stroke: chosen ? looks.colours().accent : null, "stroke-width": chosen ? 3 : null });
        add(mark, "title", {}, `${model.regions[dot.region].name} ${dot.y} · ${dot.x}`);
      });
    }
  }

  /** How many lie on either side and on the diagonal; gives the height. */
  function said(svg, width, top) {
    const { counts, dots: all } = model.lags;
    const item = (name) => {
      const n = counts[name] ?? 0;
      const mark = (x, y) => add(svg, "circle", { cx: x + 5, cy: y + 10, r: 5, fill: colourOf(name) });
      return [mark, `${say(`lags_${name}`)} ${n} (${data.percent(n / all.length)})`, 8];
    };
    return marks.key(svg, 0, top, width, ["later", "same", "earlier"].map(item));
  }

  function bars(svg, left, width, top) {
    const colours = looks.colours();
    const { bars: all } = model.lags;
    if (!all.length) return top;
    const [thick, step] = looks.geometry.lags.bar;
    const hatch = draw.hatch(svg, colours.muted);
    const told = all.flatMap((bar) => [bar.x, bar.high, bar.low ?? bar.high]);
    const [first, last] = [Math.min(...told) - 1, Math.max(...told)];
    const x = (year) => left + ((year - first) * (width - 14)) / (last + 1 - first);
    write(svg, left, top + 12, say("lags_bars", { n: all.length }), { size: 14, weight: 700, fill: colours.ink });
    let y = top + 16;
    for (const text of draw.wrap(say("lags_bars_about"), width)) write(svg, left, (y += 17), text, { fill: colours.ink2 });
    y += 20;
    const each = Math.max(1, Math.ceil(44 / (x(first + 1) - x(first))));
    for (let year = last; year > first; year -= each) {
      if ((x(year) + x(year + 1)) / 2 - 16 < left) break;
      write(svg, (x(year) + x(year + 1)) / 2, y, year, { fill: colours.muted, anchor: "middle" });
    }
    const start = y + 8;
    all.forEach((bar, at) => {
      const row = start + at * step;
      const [from, to] = [bar.low === null ? left : x(bar.low), x(bar.high + 1)];
      const colour = colourOf(bar.order);
      const mark = rect(svg, from, row, Math.max(2, to - from), thick, { fill: bar.low === null ? hatch : colour, stroke: colour });
      add(mark, "title", {}, `${model.regions[bar.region].name} ${model.regions[bar.region].first} · ${bar.x}`);
      const middle = (x(bar.x) + x(bar.x + 1)) / 2;
      line(svg, middle, row - 1, middle, row + step - 1, colours.ink, { "stroke-width": 2 });
    });
    y = start + all.length * step + 18;
    const { later = 0, earlier = 0, open = 0 } = model.lags.bounded;
    for (const text of draw.wrap(say("lags_bars_key"), width)) { write(svg, left, y, text, { fill: colours.ink2 }); y += 17; }
    for (const text of draw.wrap(say("lags_surely", { later, earlier, open }), width, 13, 700)) { write(svg, left, y + 2, text, { size: 13, weight: 700, fill: colours.ink }); y += 18; }
    return y;
  }

  function draw_(width) {
    const svg = draw.sheet(width, `${say("lags")}: ${model.lags.finding}`);
    const colours = looks.colours();
    const { side } = looks.geometry.lags;
    const beside = width >= 760;
    let [right, bottom] = [0, 0];
    if (model.lags.dots.length) {
      write(svg, 0, 12, say("lags_region"), { weight: 700, fill: colours.ink });
      const found = plot(svg, beside && model.lags.bars.length ? width - side - 48 : width, 24);
      [right, bottom] = [found.wide + 48, found.bottom];
    }
    const left = beside ? right : 0;
    const under = bars(svg, left, Math.min(beside ? side : width, width - left), beside ? 0 : bottom + (bottom ? 20 : 0));
    return draw.finish(svg, Math.max(bottom, under));
  }

  return { draw: draw_ };
})();
