// The names over the years: a ribbon a region, a bar a name and year.
"use strict";

const names = (() => {
  const { model, say } = data;
  const { add, write, rect } = draw;

  /** From the top: the newest name, the older ones, the other forms, silent, no report. */
  function order() {
    const picture = model.names;
    return [...picture.strata.keys()].reverse().concat([-1, -2]);
  }

  /** The colour of a name: the newest as counties, then prefectures, provinces, and ink for the others. */
  function colour(stratum) {
    const colours = looks.colours();
    if (stratum < 0) return colours.silent;
    const at = model.names.strata.length - 1 - stratum;
    return [colours.county, colours.prefecture, colours.province, colours.ink2][at] ?? colours.ink2;
  }

  /** Where each region's ribbon and each name's bar stands, year by year. */
  function columns(thick, gap) {
    const { panel, years } = model.names;
    let before = panel.map((_, at) => at);
    return years.map((year, column) => {
      const places = new Array(panel.length);
      const bars = [];
      let y = 0;
      for (const stratum of order()) {
        const held = before.filter((at) => panel[at][column] === stratum);
        if (!held.length) continue;
        held.forEach((at, index) => (places[at] = y + index * thick));
        bars.push({ stratum, y, height: held.length * thick, n: held.length });
        y += held.length * thick + gap;
      }
      before = [...before].sort((a, b) => places[a] - places[b]);
      return { year, places, bars, height: y - gap };
    });
  }

  function title(svg, width) {
    const colours = looks.colours();
    const picture = model.names;
    let [x, y] = [0, 18];
    picture.strata.forEach((name, stratum) => {
      const wide = draw.measure(name, 16, 700);
      if (x && x + wide + 24 > width) [x, y] = [0, y + 26];
      write(svg, x, y, draw.cut(name, width, 16, 700), { size: 16, weight: 700, fill: colour(stratum) });
      x += wide + 12;
      if (stratum === picture.strata.length - 1) return;
      write(svg, x, y, picture.chain ? "→" : "·", { size: 16, fill: colours.muted });
      x += 28;
    });
    return y + 20;
  }

  function draw_(width) {
    const sizes = looks.geometry.names;
    const colours = looks.colours();
    const picture = model.names;
    const svg = draw.sheet(width, `${say("names")}: ${picture.finding}`);
    const hatch = draw.hatch(svg, colours.hatch);
    const top = title(svg, width);
    const gutter = width < 480 ? 0 : looks.size(sizes.gutter);
    const thick = Math.max(2, Math.min(sizes.ribbon, sizes.most / picture.panel.length));
    const all = columns(thick, sizes.gap);
    const step = (width - (gutter ? gutter + 40 : 72)) / Math.max(1, picture.years.length - 1);
    const bar = Math.min(sizes.bar, step * 0.4);
    const x = (column) => 14 + column * step;
    ribbons(svg, all, { top, thick, bar, x });
    const high = Math.max(...all.map((column) => column.height));
    all.forEach((column, at) => {
      bars(svg, column, { top, bar, x: x(at), hatch, step });
      foot(svg, column, { y: top + high + 20, x: x(at) + bar / 2, step, at });
    });
    if (gutter) labels(svg, all.at(-1), { top, x: x(all.length - 1) + bar + 46, width });
    else return draw.finish(svg, top + high + 50 + phoneKey(svg, width, top + high + 50, hatch));
    write(svg, width - gutter + 24, top + high + 38, say("names_of_all"), { fill: colours.muted });
    return draw.finish(svg, top + high + 50);
  }

  function ribbons(svg, all, { top, thick, bar, x }) {
    const { panel } = model.names;
    for (let column = 0; column + 1 < all.length; column += 1) {
      const [from, to] = [x(column) + bar, x(column + 1)];
      const middle = (from + to) / 2;
      panel.forEach((cells, region) => {
        const [now, next] = [cells[column], cells[column + 1]];
        if (now === -2 || next === -2) return;
        const [a, b] = [top + all[column].places[region], top + all[column + 1].places[region]];
        const h = thick - 0.8;
        const d = `M${from} ${a}C${middle} ${a} ${middle} ${b} ${to} ${b}V${b + h}C${middle} ${b + h} ${middle} ${a + h} ${from} ${a + h}Z`;
        const stratum = now >= 0 ? now : next;
        const path = add(svg, "path", { d, fill: stratum >= 0 ? colour(stratum) : looks.colours().silent, "fill-opacity": now >= 0 ? 0.36 : stratum >= 0 ? 0.22 : 0.8 });
        add(path, "title", {}, model.regions[model.names.regions[region]].name);
      });
    }
  }

  function bars(svg, { bars: found, places }, { top, bar, x, hatch, step }) {
    const colours = looks.colours();
    const reported = found.filter((item) => item.stratum !== -2).reduce((sum, item) => sum + item.n, 0);
    for (const item of found) {
      const fill = item.stratum === -2 ? hatch : colour(item.stratum);
      rect(svg, x, top + item.y, bar, item.height - 0.8, { fill, stroke: item.stratum < 0 ? colours.hollow : null });
      if (item.stratum < 0 || step < 46) continue;
      const share = data.percent(item.n / reported);
      write(svg, x + bar + 4, top + item.y + item.height / 2 + 4, share, { weight: 700, fill: colours.ink, halo: colours.panel });
    }
    return places;
  }

  function foot(svg, column, { y, x, step, at }) {
    const colours = looks.colours();
    const n = model.names.panel.filter((cells) => cells[at] !== -2).length;
    if (at % draw.every(step)) return;
    write(svg, x, y, step < 40 ? `'${String(column.year).slice(2)}` : column.year, { weight: 700, fill: colours.ink2, anchor: "middle" });
    write(svg, x, y + 18, step < 40 ? n : `${n}/${model.names.panel.length}`, { fill: colours.muted, anchor: "middle" });
  }

  function name(stratum) {
    return stratum >= 0 ? model.names.strata[stratum] : say(stratum === -1 ? "names_silent" : "names_no_report");
  }

  /** What the last year's bars are, at their right, apart from each other. */
  function labels(svg, last, { top, x, width }) {
    const colours = looks.colours();
    let low = 0;
    for (const item of last.bars) {
      const at = top + item.y + item.height / 2;
      const y = Math.max(at, low);
      low = y + 20;
      add(svg, "path", { d: `M${x - 12} ${at}L${x - 3} ${y}`, stroke: colours.rule, fill: "none" });
      write(svg, x, y + 4, draw.cut(name(item.stratum), width - x, 13, 700), { size: 13, weight: item.stratum >= 0 ? 700 : null, fill: item.stratum >= 0 ? colour(item.stratum) : colours.ink2 });
    }
  }

  function phoneKey(svg, width, top, hatch) {
    const colours = looks.colours();
    const box = (fill) => (x, y) => rect(svg, x, y + 3, 16, 16, { fill, stroke: colours.hollow });
    return marks.key(svg, 0, top, width, [[box(colours.silent), name(-1), 18], [box(hatch), name(-2), 18]]);
  }

  /** The years whose reports use several names, for the foot. */
  function several() {
    const told = model.names.years.flatMap((year, at) => (model.names.several[at] ? [say("names_by_year", { year, n: model.names.several[at] })] : []));
    return told.length ? say("names_several", { told: told.join(model.lang === "zh" ? "、" : ", ") }) : null;
  }

  return { draw: draw_, several };
})();
