// The adoption curve: lines where points of two years meet, labels at their ends, the model's band, the launch on its day.
"use strict";

const curve = (() => {
  const { model, say } = data;
  const { add, write, line } = draw;

  /** Places of the plot for a width: left edge, width of a year, top and height. */
  function frame(width, height) {
    const sizes = looks.geometry.curve;
    const right = width < 480 ? 8 : looks.size(sizes.gutter);
    const step = (width - sizes.left - right) / model.years.length;
    const at = { left: sizes.left, step, height, width, end: sizes.left + step * model.years.length };
    at.x = (year) => at.left + (year - model.years[0] + 0.5) * step;
    at.day = (point) => at.left + (point - model.years[0]) * step;
    return at;
  }

  function axes(svg, at) {
    const colours = looks.colours();
    for (const share of [0, 0.25, 0.5, 0.75, 1]) {
      const y = at.y(share);
      line(svg, at.left, y, at.end, y, share ? colours.grid : colours.rule);
      write(svg, at.left - 8, y + 4, share === 1 ? "100 %" : 100 * share, { fill: colours.muted, anchor: "end" });
    }
    for (const year of model.years) {
      const text = at.step < 34 ? `'${String(year).slice(2)}` : year;
      const chosen = year === state.current.year;
      if (data.yearAt(year) % draw.every(at.step) && !chosen) continue;
      write(svg, at.x(year), at.bottom + 18, text, { fill: chosen ? colours.accent : colours.muted, weight: chosen ? 700 : null, anchor: "middle" });
    }
  }

  function launch(svg, at, top) {
    if (!model.launch) return;
    const x = at.day(model.launch.at);
    if (x < at.left || x > at.end) return;
    const colours = looks.colours();
    line(svg, x, top + 4, x, at.bottom, colours.ink, { "stroke-width": 1.6, "stroke-dasharray": "5 4" });
    const { day, title } = model.launch;
    const wide = draw.measure(day, 12, 700);
    const room = at.width - x - 8;
    const shown = draw.cut(title, Math.max(room, x - at.left - wide - 24), 12, 700);
    const fits = draw.measure(shown, 12, 700) <= room;
    const style = { weight: 700, fill: colours.ink, halo: colours.panel };
    if (fits && x - wide - 8 > 0) {
      write(svg, x - 8, top, day, { ...style, anchor: "end" });
      write(svg, x + 8, top, shown, style);
    } else write(svg, Math.min(x + 8, at.width), top, draw.cut(`${day}  ${title}`, at.width - 16, 12, 700), { ...style, anchor: "end" });
  }

  function band(svg, at, item) {
    if (!item.band.length) return;
    const colour = marks.levelColour(item.level);
    const up = item.band.map((point) => `${at.x(point.year)} ${at.y(point.high)}`);
    const down = item.band.map((point) => `${at.x(point.year)} ${at.y(point.low)}`).reverse();
    const opacity = looks.geometry.curve.band[looks.theme()];
    add(svg, "path", { d: `M${[...up, ...down].join("L")}Z`, fill: colour, "fill-opacity": opacity });
    const d = `M${item.band.map((point) => `${at.x(point.year)} ${at.y(point.fitted)}`).join("L")}`;
    const width = looks.geometry.curve.fitted;
    add(svg, "path", { d, fill: "none", stroke: colour, "stroke-width": width, "stroke-dasharray": "2 4" });
  }

  function lines(svg, at, item) {
    const sizes = looks.geometry.curve;
    const colour = marks.levelColour(item.level);
    item.points.forEach((point, index) => {
      const next = item.points[index + 1];
      if (next?.year === point.year + 1) {
        line(svg, at.x(point.year), at.y(point.share), at.x(next.year), at.y(next.share), colour, { "stroke-width": sizes.line });
      }
    });
  }

  function points(svg, at, item) {
    const sizes = looks.geometry.curve;
    for (const point of item.points) {
      const marker = marks.level(svg, at.x(point.year), at.y(point.share), item.level, sizes.marker, 2 * sizes.halo);
      const values = { level: data.level(item.level), share: data.percent(point.share), n: point.stated, of: point.observed, year: point.year };
      add(marker, "title", {}, say("curve_share", values));
    }
  }

  /** Labels at the ends of the lines, apart from each other, each with its leader. */
  function ends(svg, at, items) {
    const colours = looks.colours();
    const apart = looks.geometry.curve.apart;
    const labels = items.map((item) => ({ item, last: item.points.at(-1) }));
    labels.sort((a, b) => b.last.share - a.last.share);
    labels.forEach((label) => (label.y = at.y(label.last.share)));
    for (let i = 1; i < labels.length; i += 1) labels[i].y = Math.max(labels[i].y, labels[i - 1].y + apart);
    const over = (labels.at(-1)?.y ?? 0) + 22 - at.bottom;
    if (over > 0) labels.forEach((label) => (label.y -= over));
    for (const { item, last, y } of labels) {
      const colour = marks.levelColour(item.level);
      const [x, from] = [at.end + 16, at.x(last.year) + 8];
      const d = `M${from} ${at.y(last.share)}H${at.end + 4}L${x - 4} ${y - 4}`;
      add(svg, "path", { d, fill: "none", stroke: colour, "stroke-dasharray": last.year === model.years.at(-1) ? null : "3 3" });
      write(svg, x, y, `${data.level(item.level)}  ${data.percent(last.share)}`, { size: 14, weight: 700, fill: colour, halo: colours.panel });
      const said = say("curve_of", { n: last.stated, of: last.observed, year: last.year });
      write(svg, x, y + 18, draw.cut(said, at.width - x), { fill: colours.ink2 });
    }
  }

  /** The same in rows above the plot, where it is narrow. */
  function endsAbove(svg, at, items, top) {
    const said = (item) => `${data.level(item.level)} ${data.percent(item.points.at(-1).share)}`;
    const room = at.width / Math.max(items.length, 1);
    const beside = items.every((item) => 15 + draw.measure(said(item), 14, 700) + 6 <= room);
    items.forEach((item, index) => {
      const last = item.points.at(-1);
      const x = beside ? index * room : 0;
      if (!beside && index) top += 40;
      marks.level(svg, x + 5, top + 8, item.level, 4.5);
      write(svg, x + 15, top + 13, said(item), { size: 14, weight: 700, fill: marks.levelColour(item.level) });
      write(svg, x + 15, top + 31, `${last.stated}/${last.observed}, ${last.year}`, { fill: looks.colours().ink2 });
    });
    return items.length ? (beside ? 46 : 40 * items.length + 6) : 0;
  }

  /** What the solid and the dotted lines are, in one row above the plot. */
  function explained(svg, width, top) {
    const fitted = model.curve.lines.find((item) => item.band.length);
    const drawn = model.curve.lines.some((item) => item.points.length);
    const items = [];
    if (drawn) {
      items.push([(x, y) => line(svg, x, y + 11, x + 26, y + 11, looks.colours().ink, { "stroke-width": 2.5 }), say("curve_line")]);
    }
    if (fitted) {
      const colour = marks.levelColour(fitted.level);
      items.push([(x, y) => {
        draw.rect(svg, x, y + 4, 26, 14, { fill: colour, "fill-opacity": looks.geometry.curve.band[looks.theme()] });
        line(svg, x, y + 11, x + 26, y + 11, colour, { "stroke-width": 1.5, "stroke-dasharray": "2 4" });
      }, `${say("curve_model", { level: data.level(fitted.level) })} · ${say("curve_model_line")}`]);
      if (fitted.naming) items.push([() => {}, say("curve_model_naming", { naming: fitted.naming }), -6]);
    }
    return items.length ? marks.key(svg, 0, top, width, items) + 6 : 0;
  }

  function draw_(width, saved = false) {
    const svg = draw.sheet(width, `${say("curve")}: ${model.curve.finding}`);
    const sizes = looks.geometry.curve;
    const at = frame(width, saved ? sizes.print_height : looks.size(sizes.height));
    const shown = model.curve.lines.filter((item) => item.points.length);
    let top = explained(svg, width, 0);
    if (width < 480) top += endsAbove(svg, at, shown, top);
    if (shown.length) {
      const head = top + 14;
      at.top = head + 16;
      at.bottom = at.top + at.height;
      at.y = (share) => at.bottom - share * at.height;
      for (const item of shown) band(svg, at, item);
      axes(svg, at);
      launch(svg, at, head);
      if (state.current.year !== null) line(svg, at.x(state.current.year), at.top, at.x(state.current.year), at.bottom, looks.colours().accent);
      for (const item of shown) lines(svg, at, item);
      for (const item of shown) points(svg, at, item);
      if (width >= 480) ends(svg, at, shown);
    } else {
      at.top = top;
      at.bottom = top + 4;
      at.y = () => at.bottom;
      yearsAlone(svg, at);
    }
    return draw.finish(svg, strips.draw(svg, at, at.bottom + 34));
  }

  /** The heads of the years, where there is no plot above the strips. */
  function yearsAlone(svg, at) {
    for (const year of model.years) {
      const text = at.step < 34 ? `'${String(year).slice(2)}` : year;
      if (data.yearAt(year) % draw.every(at.step)) continue;
      write(svg, at.x(year), at.bottom + 14, text, { fill: looks.colours().muted, anchor: "middle" });
    }
  }

  const refusals = () => model.curve.lines.flatMap((item) => item.refusals.map((text) => [item.level, text]));

  return { draw: draw_, refusals };
})();
