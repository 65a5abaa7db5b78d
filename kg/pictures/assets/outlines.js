// Regions in the outlines of a reader's own file, in place of tiles.
"use strict";

const outlines = (() => {
  const { model } = data;
  const { add, line, write } = draw;
  const SIZE = 13; // of a name

  /** Where the maps stand for a width: how many side by side, from one to the next, their scale and height. */
  function layout(width) {
    const { least, highest, apart } = looks.geometry.map;
    const { map, frames } = model.tiles;
    for (const across of [Math.min(4, frames.length), 2, 1]) {
      const frame = (width - apart * (across - 1)) / across;
      if (across > 1 && (frame < least || across > frames.length)) continue;
      const scale = Math.min(frame / map.width, highest / map.height);
      return { across, frame: frame + apart, scale, high: map.height * scale };
    }
    return null;
  }

  /**
   * One map.
   * @param {Element} svg
   * @param {{left: number, top: number, scale: number}} at
   * @param {(item: any) => {fill: string, ink: string, halo: string, stated: boolean, ruled: boolean, hatched: boolean}} look what a region looks like
   * @returns {any[]} the regions of the graph, each with its path
   */
  function frame(svg, { left, top, scale }, look) {
    const colours = looks.colours();
    const { map, tiles: all } = model.tiles;
    const sheet = add(svg, "svg", { x: left, y: top, width: map.width * scale, height: map.height * scale, viewBox: `0 0 ${map.width} ${map.height}` });
    const hatch = draw.hatch(sheet, colours.hatch, scale);
    const path = (d, attributes) => add(sheet, "path", { d, "fill-rule": "evenodd", "vector-effect": "non-scaling-stroke", "stroke-linejoin": "round", ...attributes });
    if (map.grey) path(map.grey, { fill: colours.rule, stroke: colours.panel, "stroke-width": 0.7 });
    const found = all.filter(({ path: d }) => d).map((item) => {
      const { fill, hatched } = look(item);
      const drawn = path(item.path, { fill, stroke: colours.hollow, "stroke-width": 0.7 });
      if (hatched) path(item.path, { fill: hatch });
      return { item, path: drawn, left, top, scale };
    });
    const chosen = found.find(({ item }) => item.region !== undefined && item.region === state.current.region);
    if (chosen) path(chosen.item.path, { fill: "none", stroke: colours.province, "stroke-width": 2.5 });
    for (const { item } of found) name(svg, left, top, scale, item, look(item));
    return found.filter(({ item }) => item.region !== undefined);
  }

  /** The name of a region where there is room for it, and the marks of its first year. */
  function name(svg, left, top, scale, item, { ink, halo, stated, ruled }) {
    const [x, y, wide, high] = item.at;
    const [middle, centre] = [left + x * scale, top + y * scale];
    const room = draw.measure(item.letters, SIZE, 700);
    const fits = room + 2 <= wide * scale && SIZE <= high * scale;
    if (fits) write(svg, middle, centre + SIZE * 0.36, item.letters, { size: SIZE, weight: stated ? 700 : null, fill: ink, anchor: "middle", halo });
    const half = fits ? room / 2 : 4;
    if (stated && item.bounded) {
      const under = centre + (fits ? SIZE * 0.36 + 5 : 0);
      line(svg, middle - half, under, middle + half, under, ink, { "stroke-width": 2, "stroke-dasharray": "3 2" });
    }
    if (ruled) marks.corner(svg, middle + half - 16, centre - 12, 22);
  }

  /** The region under a point of the picture. */
  function under(places, svg, x, y) {
    const point = svg.createSVGPoint();
    return places.find(({ path, left, top, scale }) => {
      [point.x, point.y] = [(x - left) / scale, (y - top) / scale];
      return path.isPointInFill(point);
    }) ?? null;
  }

  return { layout, frame, under };
})();
