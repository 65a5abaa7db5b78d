// The heat map: regions down, years across, a click or the arrow keys lead to the sentence.
"use strict";

const heat = (() => {
  const { model, say } = data;
  const { write, line, rect } = draw;
  let place = null;

  /** The places of the regions shown: of the level, and those with many reports unless all are asked for. */
  function rows() {
    const often = new Set(model.heat.first);
    return data.ofLevel(state.current.level).filter((at) => state.current.all || often.has(at) || at === state.current.region);
  }

  const rest = () => data.ofLevel(state.current.level).length - data.ofLevel(state.current.level).filter((at) => model.heat.first.includes(at)).length;

  function layout(width, shown, saved) {
    const sizes = looks.geometry.heat;
    const narrow = width < 480;
    const names = shown.map((at) => model.regions[at].name);
    const longest = Math.max(40, ...names.map((name) => draw.measure(name, 13, 700)), draw.measure(say("reported"), 12), draw.measure(say("stated"), 12));
    const left = Math.min(longest, narrow ? 70 : sizes.name) + 10;
    const right = narrow ? [0, 0] : sizes.right;
    const step = Math.max(sizes.least, (width - left - right[0] - right[1]) / model.years.length);
    const row = saved ? sizes.print_row : looks.size(sizes.row);
    const head = 26;
    return { left, right, step, row, head, end: left + step * model.years.length, bottom: head + shown.length * row, wide: left + step * model.years.length + right[0] + right[1] };
  }

  function draw_(width, saved = false) {
    const shown = rows();
    const at = layout(width, shown, saved);
    const svg = draw.sheet(Math.max(width, at.wide), `${say("heat")}: ${model.heat.finding}`);
    heads(svg, at);
    shown.forEach((region, index) => row(svg, at, region, index));
    const bottom = at.bottom + 44;
    launch(svg, at, bottom);
    sums(svg, at, shown);
    const layer = draw.add(svg, "g");
    chosen(layer, at, shown);
    if (!saved) place = { at, shown, svg, layer };
    const under = bottom + (model.launch ? 30 : 14);
    return draw.finish(svg, under + key(svg, width, under, shown));
  }

  function heads(svg, at) {
    const colours = looks.colours();
    model.years.forEach((year, index) => {
      const text = at.step < looks.geometry.heat.short_years ? `'${String(year).slice(2)}` : year;
      const now = year === state.current.year;
      if (index % draw.every(at.step) && !now) return;
      write(svg, at.left + (index + 0.5) * at.step, at.head - 10, text, { weight: 700, fill: now ? colours.accent : colours.ink2, anchor: "middle" });
    });
    if (!at.right[0]) return;
    write(svg, at.end + 12, at.head - 10, say("first"), { weight: 700, fill: colours.ink2 });
    write(svg, at.wide, at.head - 10, say("reports"), { weight: 700, fill: colours.ink2, anchor: "end" });
  }

  function row(svg, at, region, index) {
    const colours = looks.colours();
    const item = model.regions[region];
    const y = at.head + index * at.row;
    const gap = looks.geometry.heat.gap;
    const superior = item.level !== "county" && data.levels.length > 1;
    write(svg, at.left - 8, y + at.row / 2 + 4, draw.cut(item.name, at.left - 12, 13, superior ? 700 : 400), { size: 13, weight: superior ? 700 : null, fill: colours.ink, anchor: "end" });
    model.heat.cells[region].forEach((cell, year) => marks.cell(svg, at.left + year * at.step, y, at.step - gap, at.row - gap, cell));
    if (!at.right[0]) return;
    write(svg, at.end + 12, y + at.row / 2 + 4, item.first ?? "–", { size: 13, weight: item.first ? 700 : null, fill: item.first ? colours.ink : colours.muted });
    const reported = model.years.filter((year) => item.observed.includes(year)).length;
    write(svg, at.wide, y + at.row / 2 + 4, `${reported}/${model.years.length}`, { size: 13, fill: colours.muted, anchor: "end" });
  }

  /** Under the cells, by year: how many of the rows have a report, and how many state it. */
  function sums(svg, at, shown) {
    const colours = looks.colours();
    const done = ["pilot", "implemented", "completed"];
    const names = [say("reported"), say("stated")];
    names.forEach((name, line_) => {
      const strong = line_ === 1;
      write(svg, at.left - 8, at.bottom + 18 + 20 * line_, draw.cut(name, at.left - 8), { fill: colours.ink2, anchor: "end" });
      model.years.forEach((year, index) => {
        if (index % draw.every(at.step)) return;
        const cells = shown.map((region) => model.heat.cells[region][index]);
        const n = cells.filter((cell) => (strong ? done.includes(cell.state) : cell.observed)).length;
        const text = strong || at.step < 44 ? n : `${n}/${shown.length}`;
        write(svg, at.left + (index + 0.5) * at.step, at.bottom + 18 + 20 * line_, text, { weight: strong ? 700 : null, fill: strong ? colours.ink : colours.muted, anchor: "middle", halo: colours.panel });
      });
    });
  }

  function launch(svg, at, bottom) {
    if (!model.launch) return;
    const x = at.left + (model.launch.at - model.years[0]) * at.step;
    if (x < at.left || x > at.end) return;
    const colours = looks.colours();
    line(svg, x, at.head - 4, x, bottom + 2, colours.panel, { "stroke-width": 4, "stroke-opacity": 0.75 });
    line(svg, x, at.head - 4, x, bottom + 2, colours.ink, { "stroke-width": 1.6, "stroke-dasharray": "5 4" });
    const text = draw.cut(say("launch", model.launch), at.wide - 8, 12, 700);
    const wide = draw.measure(text, 12, 700);
    const left = Math.min(x + 6, at.wide - wide);
    write(svg, Math.max(0, left), bottom + 14, text, { weight: 700, fill: colours.ink });
  }

  /** Moves the frame to the chosen cell, where it is among those drawn; whether it was. */
  function move() {
    const { region } = state.current;
    if (!place || (region !== null && !place.shown.includes(region))) return false;
    place.layer.replaceChildren();
    chosen(place.layer, place.at, place.shown);
    return true;
  }

  function chosen(svg, at, shown) {
    const colours = looks.colours();
    const { region, cellYear, year } = state.current;
    if (year !== null) {
      const x = at.left + (data.yearAt(year) + 0.5) * at.step;
      line(svg, x, at.head - 6, x, at.bottom, colours.accent, { "stroke-width": 1 });
    }
    const index = shown.indexOf(region);
    if (index < 0 || cellYear === null) return;
    const gap = looks.geometry.heat.gap;
    const [x, y] = [at.left + data.yearAt(cellYear) * at.step, at.head + index * at.row];
    rect(svg, x - 3.5, y - 3.5, at.step - gap + 7, at.row - gap + 7, { fill: "none", stroke: colours.province, "stroke-width": 2.5, rx: 2 });
  }

  /** What each mark stands for, with how many cells there are of it, also none. */
  function key(svg, width, top, shown) {
    const counts = {};
    for (const region of shown) for (const cell of model.heat.cells[region]) counts[data.stateOf(cell)] = (counts[data.stateOf(cell)] ?? 0) + 1;
    const has = (test) => shown.some((region) => model.heat.cells[region].some(test));
    const mark = (cell) => (x, y) => marks.cell(svg, x, y, 26, 20, cell);
    const states = ["implemented", "completed", "pilot", "planned", "mention", "silent", "none"];
    const cells = { silent: { observed: 1 }, none: { observed: 0 } };
    const items = states.map((name) => [mark(cells[name] ?? { observed: 1, state: name }), `${say(`stage_${name}`)} ${counts[name] ?? 0}`]);
    items.push([mark({ observed: 1, state: "implemented", first: "exact" }), say("key_exact")]);
    items.push([mark({ observed: 1, state: "implemented", first: "bounded" }), say("key_bounded")]);
    if (has((cell) => cell.state && !cell.observed)) items.push([mark({ observed: 0, state: "implemented" }), say("key_told_elsewhere")]);
    if (has((cell) => cell.beside?.includes("laid_down"))) items.push([mark({ observed: 1, beside: ["laid_down"] }), say("key_laid_down")]);
    if (has((cell) => cell.beside?.includes("designated"))) items.push([mark({ observed: 1, beside: ["designated"] }), say("key_designated")]);
    return marks.key(svg, 0, top, width, items);
  }

  /** The region and year under a pointer; null beside the cells. */
  function under(event) {
    if (!place) return null;
    const box = place.svg.getBoundingClientRect();
    const scale = box.width / Number(place.svg.getAttribute("width"));
    const { at, shown } = place;
    const column = Math.floor(((event.clientX - box.left) / scale - at.left) / at.step);
    const line_ = Math.floor(((event.clientY - box.top) / scale - at.head) / at.row);
    const year = model.years[column];
    return year !== undefined && shown[line_] !== undefined ? { region: shown[line_], year } : null;
  }

  /** The middle of a cell in the window. */
  function spot(region, year) {
    const box = place.svg.getBoundingClientRect();
    const { at, shown } = place;
    return [box.left + at.left + (data.yearAt(year) + 0.4) * at.step, box.top + at.head + (shown.indexOf(region) + 0.4) * at.row];
  }

  return { draw: draw_, rows, rest, move, under, spot };
})();
