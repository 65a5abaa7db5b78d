// What lies behind the nodes: the bands of the levels layout, the lanes and years of the timeline.
"use strict";

const backdrop = (() => {
  const STRIPES = ["#f6f8fb", "#eef3fb"];
  const INK = "#5b6b82";

  function stripe(ctx, view, top, bottom, place) {
    ctx.fillStyle = STRIPES[place % 2];
    ctx.fillRect(0, top, view.width, bottom - top);
  }

  function caption(ctx, text, x, y, weight = "600") {
    ctx.font = `${weight} 12.5px ${labels.FONT}`;
    ctx.textBaseline = "middle";
    ctx.textAlign = "left";
    ctx.fillStyle = INK;
    ctx.fillText(text, x, y);
  }

  function bands(ctx, view, project) {
    data.bands.forEach((band, place) => {
      const top = project({ x: 0, y: band.top }).y;
      const bottom = project({ x: 0, y: band.bottom }).y;
      stripe(ctx, view, top, bottom, place);
      if (bottom - top > 16) caption(ctx, words.band(band.name), 14, top + Math.min(14, (bottom - top) / 2));
    });
  }

  function years(ctx, view, project) {
    const { years: columns, lanes } = data.timeline;
    const gap = columns.length > 1 ? project({ x: columns[1][1], y: 0 }).x - project({ x: columns[0][1], y: 0 }).x : 99;
    const every = Math.max(1, Math.ceil(44 / gap));
    lanes.forEach((lane, place) => {
      if (!filter.shown.nodes[lane.node]) return;
      stripe(ctx, view, project({ x: 0, y: lane.top }).y, project({ x: 0, y: lane.bottom }).y, place);
    });
    for (const [year, x] of columns) {
      if ((year - columns[0][0]) % every) continue;
      const at = Math.round(project({ x, y: 0 }).x) + 0.5;
      const current = year === state.current.to;
      ctx.strokeStyle = current ? "#f3b04d" : "#dbe2ec";
      ctx.lineWidth = current ? 2 : 1;
      ctx.beginPath();
      ctx.moveTo(at, 26);
      ctx.lineTo(at, view.height);
      ctx.stroke();
    }
  }

  /** The years on top and the names of the lanes at the left: drawn over everything, so that they stay readable. */
  function frame(ctx, view, project) {
    const { years: columns, lanes } = data.timeline;
    const gap = columns.length > 1 ? project({ x: columns[1][1], y: 0 }).x - project({ x: columns[0][1], y: 0 }).x : 99;
    const every = Math.max(1, Math.ceil(44 / gap));
    ctx.fillStyle = "rgba(255,255,255,0.92)";
    ctx.fillRect(0, 0, view.width, 26);
    ctx.font = `500 12px ${labels.FONT}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    for (const [year, x] of columns) {
      if ((year - columns[0][0]) % every) continue;
      ctx.fillStyle = year === state.current.to ? "#b86a00" : INK;
      ctx.fillText(String(year), project({ x, y: 0 }).x, 14);
    }
    for (const lane of lanes) {
      if (!filter.shown.nodes[lane.node]) continue;
      const y = project({ x: 0, y: (lane.top + lane.bottom) / 2 }).y;
      const text = data.nodes[lane.node].label;
      ctx.font = `600 12.5px ${labels.FONT}`;
      const wide = Math.min(ctx.measureText(text).width, 190);
      ctx.fillStyle = "rgba(255,255,255,0.88)";
      ctx.fillRect(8, y - 10, wide + 12, 20);
      ctx.textAlign = "left";
      ctx.fillStyle = "#9c1c3a";
      ctx.fillText(text, 14, y, 190);
      ctx.textAlign = "center";
    }
  }

  return {
    draw(ctx, view, project) {
      if (state.current.layout === "levels") bands(ctx, view, project);
      if (state.current.layout === "timeline") years(ctx, view, project);
    },
    frame(ctx, view, project) {
      if (state.current.layout === "timeline") frame(ctx, view, project);
    },
  };
})();
