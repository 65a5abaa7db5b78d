// What lies behind the nodes: the bands of the levels layout, the lanes and years of the timeline.
"use strict";

const backdrop = (() => {

  function stripe(ctx, view, top, bottom, place) {
    ctx.fillStyle = theme.colours()[place % 2 ? "stripe2" : "stripe1"];
    ctx.fillRect(0, top, view.width, bottom - top);
  }

  function caption(ctx, text, x, y, weight = "600") {
    ctx.font = `${weight} 12.5px ${labels.FONT}`;
    ctx.textBaseline = "middle";
    ctx.textAlign = "left";
    ctx.fillStyle = theme.colours().ink2;
    ctx.fillText(text, x, y);
  }

  function bands(ctx, view, project) {
    rows.shown.forEach(({ row, top, bottom }, place) => {
      const [upper, lower] = [project({ x: 0, y: top }).y, project({ x: 0, y: bottom }).y];
      stripe(ctx, view, upper, lower, place);
      if (lower - upper > 16) caption(ctx, words.band(row.name), 14, upper + Math.min(14, (lower - upper) / 2));
    });
  }

  /** The years, of which every second, third … is left out where they would stand too close. */
  function columns(project) {
    const { years: all } = data.timeline;
    const gap = all.length > 1 ? project({ x: all[1][1], y: 0 }).x - project({ x: all[0][1], y: 0 }).x : 99;
    const every = Math.max(1, Math.ceil(44 / gap));
    return all.filter(([year]) => (year - all[0][0]) % every === 0);
  }

  function years(ctx, view, project) {
    rows.shown.forEach(({ top, bottom }, place) => {
      stripe(ctx, view, project({ x: 0, y: top }).y, project({ x: 0, y: bottom }).y, place);
    });
    for (const [year, x] of columns(project)) {
      const at = Math.round(project({ x, y: 0 }).x) + 0.5;
      const current = year === state.current.to;
      ctx.strokeStyle = current ? theme.colours().fresh : theme.colours().grid;
      ctx.lineWidth = current ? 2 : 1;
      ctx.beginPath();
      ctx.moveTo(at, 26);
      ctx.lineTo(at, view.height);
      ctx.stroke();
    }
  }

  /** The years on top and the names of the lanes at the left: drawn over everything, so that they stay readable. */
  function frame(ctx, view, project) {
    ctx.fillStyle = theme.colours().halo;
    ctx.fillRect(0, 0, view.width, 26);
    ctx.font = `500 12px ${labels.FONT}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    for (const [year, x] of columns(project)) {
      ctx.fillStyle = theme.colours().ink2;
      ctx.fillText(String(year), project({ x, y: 0 }).x, 14);
    }
    let last = -Infinity;
    for (const { row, top, bottom } of rows.shown) {
      const { y } = project({ x: 0, y: (top + bottom) / 2 });
      if (y - last < 17) continue;
      last = y;
      const text = data.nodes[row.node].label;
      ctx.font = `600 12.5px ${labels.FONT}`;
      const wide = Math.min(ctx.measureText(text).width, 190);
      ctx.fillStyle = theme.colours().halo;
      ctx.fillRect(8, y - 10, wide + 12, 20);
      ctx.textAlign = "left";
      ctx.fillStyle = theme.colours().initiative;
      ctx.fillText(text, 14, y, 190);
      ctx.textAlign = "center";
    }
  }

  /** The boxes of the captions, over which no name is to be written. */
  function captions(ctx, view, project) {
    const { layout } = state.current;
    if (layout === "network") return [];
    ctx.font = `600 12.5px ${labels.FONT}`;
    const boxes = rows.shown.map(({ row, top, bottom }) => {
      const [upper, lower] = [project({ x: 0, y: top }).y, project({ x: 0, y: bottom }).y];
      const middle = layout === "levels" ? upper + Math.min(14, (lower - upper) / 2) : (upper + lower) / 2;
      const text = layout === "levels" ? words.band(row.name) : data.nodes[row.node].label;
      return { left: 6, right: 22 + Math.min(ctx.measureText(text).width, 190), top: middle - 10, bottom: middle + 10 };
    });
    return layout === "timeline" ? [...boxes, { left: 0, right: view.width, top: -20, bottom: 27 }] : boxes;
  }

  return {
    captions,
    draw(ctx, view, project) {
      if (state.current.layout === "levels") bands(ctx, view, project);
      if (state.current.layout === "timeline") years(ctx, view, project);
    },
    frame(ctx, view, project) {
      if (state.current.layout === "timeline") frame(ctx, view, project);
    },
  };
})();
