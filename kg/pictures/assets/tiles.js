// The tile map, or the map of a reader's own outlines: several years side by side, the last of which follows the year chosen.
"use strict";

const tiles = (() => {
  const { model, say } = data;
  const { write, rect, line } = draw;
  let places = [];

  const ramp = () => [1, 2, 3, 4, 5].map((step) => looks.colours()[`year${step}`]);

  /** The colour of a year; few classes take the ramp's far ends. */
  function colour(year) {
    const all = model.tiles.classes;
    const at = all.findIndex(([first, last]) => first <= year && year <= last);
    return ramp()[all.length === 1 ? 1 : Math.round((at * 4) / (all.length - 1))];
  }

  /** Ink or panel, whichever reads better on `fill`. */
  function on(fill) {
    const [r, g, b] = [1, 3, 5].map((at) => parseInt(fill.slice(at, at + 2), 16) / 255);
    const light = [r, g, b].map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] > 0.2 ? "#17202b" : "#ffffff";
  }

  /** What a region looks like in a year: its colours, and what is to be marked. */
  function look(item, year) {
    const colours = looks.colours();
    const stated = item.year !== undefined && item.year <= year;
    const reported = item.observed !== undefined && item.observed <= year;
    const fill = stated ? colour(item.year) : reported ? colours.silent : colours.panel;
    const ruled = item.rule !== undefined && item.rule.year <= year;
    return { fill, stated, ruled, hatched: !stated && !reported, ink: stated ? on(fill) : colours.ink2, halo: stated || reported ? null : colours.panel };
  }

  function tile(svg, item, x, y, side, year, hatch) {
    const colours = looks.colours();
    const { fill, ink, stated, hatched, ruled, halo } = look(item, year);
    rect(svg, x, y, side, side, { fill });
    if (hatched) rect(svg, x + 0.5, y + 0.5, side - 1, side - 1, { fill: hatch, stroke: colours.hollow });
    const size = item.letters.length > 2 ? 12 : item.letters.length > 1 ? 13 : 14;
    write(svg, x + side / 2, y + side / 2 + size * 0.36, item.letters, { size, weight: stated ? 700 : null, fill: ink, anchor: "middle", halo });
    if (stated && item.bounded) line(svg, x + 6, y + side - 5, x + side - 6, y + side - 5, ink, { "stroke-width": 2, "stroke-dasharray": "3 2" });
    if (ruled) marks.corner(svg, x, y, side);
    if (item.region !== undefined && item.region === state.current.region) {
      rect(svg, x - 2.5, y - 2.5, side + 5, side + 5, { fill: "none", stroke: colours.province, "stroke-width": 2.5, rx: 2 });
    }
  }

  /** Where the frames stand for a width: how many side by side, and the side of a tile. */
  function layout(width) {
    const sizes = looks.geometry.tiles;
    const { columns } = model.tiles;
    const wide = model.tiles.tiles.some((item) => item.letters.length > 1);
    const most = sizes.most[wide ? 1 : 0];
    const overlap = wide ? -0.4 : 0.5; // the last column of the provinces stands above the first of the next frame
    for (const across of [Math.min(4, model.tiles.frames.length), 2, 1]) {
      const step = Math.min(most + sizes.gap, (width - 4) / ((across - 1) * (columns - overlap) + columns));
      const enough = step - sizes.gap >= (wide ? 40 : sizes.least) && across <= model.tiles.frames.length;
      if (!enough && across > 1) continue;
      const frame = across === 1 ? width : Math.min(width / across, (width - 4 - columns * step) / (across - 1));
      return { across, side: step - sizes.gap, step, frame, high: model.tiles.rows * step };
    }
    return null;
  }

  function years(across) {
    const { frames } = model.tiles;
    const moving = state.current.year ?? frames.at(-1);
    return across === 1 ? [moving] : [...frames.slice(0, -1), moving];
  }

  function draw_(width, saved = false) {
    const svg = draw.sheet(width, `${say(model.tiles.map ? "map" : "tiles")}: ${model.tiles.finding}`);
    const colours = looks.colours();
    const hatch = draw.hatch(svg, colours.hatch);
    const { across, side, step, frame, scale, ...rest } = { side: 0, step: 0, scale: 0, ...(model.tiles.map ? outlines : { layout }).layout(width) };
    const shown = years(across);
    const high = 56 + rest.high + 18;
    places = saved ? places : [];
    shown.forEach((year, index) => {
      const [left, top] = [(index % across) * frame + 2, Math.floor(index / across) * high];
      const moved = index === shown.length - 1 && state.current.year !== null;
      const [n, observed, of, alone] = model.tiles.counts[year];
      write(svg, left, top + 18, say("tiles_until", { year }), { size: 16, weight: 700, fill: moved ? colours.accent : colours.ink });
      write(svg, left, top + 38, draw.cut(say(alone ? "tiles_counts_alone" : "tiles_counts", { n, observed, of, alone }), frame - 8, 13), { size: 13, fill: colours.ink2 });
      if (model.tiles.map) {
        const found = outlines.frame(svg, { left, top: top + 54, scale }, (item) => look(item, year));
        if (!saved) places.push(...found.map(({ item, ...at }) => ({ ...at, region: item.region, year })));
        return;
      }
      for (const item of model.tiles.tiles) {
        const [x, y] = [left + item.column * step, top + 54 + item.row * step];
        tile(svg, item, x, y, side, year, hatch);
        if (!saved && item.region !== undefined) places.push({ x, y, side, region: item.region, year });
      }
    });
    const under = Math.ceil(shown.length / across) * high + 4;
    return draw.finish(svg, under + key(svg, width, under, hatch));
  }

  function key(svg, width, top, hatch) {
    const colours = looks.colours();
    const box = (fill) => (x, y) => rect(svg, x, y + 1, 20, 20, { fill });
    const all = model.tiles.tiles;
    const items = model.tiles.classes.map(([first, last]) => {
      const n = all.filter((item) => first <= item.year && item.year <= last).length;
      return [box(colour(first)), `${first === last ? first : `${first}–${last}`} (${n})`, 20];
    });
    if (all.some((item) => item.bounded)) {
      items.push([(x, y) => { box(colours.silent)(x, y); line(svg, x + 4, y + 16, x + 16, y + 16, colours.ink, { "stroke-width": 2, "stroke-dasharray": "3 2" }); }, say("tiles_bounded"), 20]);
    }
    items.push([box(colours.silent), say("tiles_silent"), 20]);
    items.push([(x, y) => { box(colours.panel)(x, y); rect(svg, x + 0.5, y + 1.5, 19, 19, { fill: hatch, stroke: colours.hollow }); }, say("tiles_none"), 20]);
    if (model.tiles.map?.grey) items.push([box(colours.rule), say("map_other"), 20]);
    if (all.some((item) => item.rule)) items.push([(x, y) => { box(colours.silent)(x, y); marks.corner(svg, x, y + 1, 20); }, say("tiles_rule"), 20]);
    return marks.key(svg, 0, top, width, items, say("first"));
  }

  /** The region and year of the tile under a pointer. */
  function under(event, svg) {
    const box = svg.getBoundingClientRect();
    const scale = box.width / Number(svg.getAttribute("width"));
    const [x, y] = [(event.clientX - box.left) / scale, (event.clientY - box.top) / scale];
    if (model.tiles.map) return outlines.under(places, svg, x, y);
    return places.find((at) => at.x <= x && x < at.x + at.side && at.y <= y && y < at.y + at.side) ?? null;
  }

  return { draw: draw_, under };
})();
