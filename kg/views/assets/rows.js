// The bands of the levels layout: those in use, closed up and stretched to the window.
"use strict";

const rows = (() => {
  const STRETCH = [0.7, 2.6];
  let shown = [];
  let stretch = 1;

  const bandOf = (y) => data.bands.findIndex((band) => y >= band.top && y < band.bottom);
  const bands = data.nodes.map((node) => bandOf(node.levels[1]));
  const kindsIn = data.bands.map(() => new Set());
  data.nodes.forEach((node, at) => kindsIn[bands[at]].add(node.kind));
  const widest = extent(data.nodes.map((node) => node.levels[0]));

  function extent(values) {
    let [low, high] = [Infinity, -Infinity];
    for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
    return Math.max(high - low, 1);
  }

  const isUsed = (place) => [...kindsIn[place]].some((kind) => !state.current.hiddenNodes.has(kind));

  /** Sets the bands into a window of which `room` says how much they may take; in other layouts there are none. */
  function lay(room) {
    shown = [];
    if (state.current.layout !== "levels") return;
    const kept = data.bands.map((row, place) => ({ row, place })).filter(({ place }) => isUsed(place));
    const height = kept.reduce((sum, { row }) => sum + row.bottom - row.top, 0);
    stretch = Math.min(Math.max((room.height / room.width) * (widest / Math.max(height, 1)), STRETCH[0]), STRETCH[1]);
    let top = 0;
    for (const { row, place } of kept) {
      const bottom = top + (row.bottom - row.top) * stretch;
      shown[place] = { row, place, top, bottom };
      top = bottom;
    }
  }

  /** Where a height of band `place` has come to lie. */
  const settle = (place, y) => (shown[place] ? shown[place].top + (y - shown[place].row.top) * stretch : y);

  return {
    lay,
    get shown() {
      return shown.filter(Boolean);
    },
    band: (node) => bands[node.id],
    levels: (node) => ({ x: node.levels[0], y: settle(bands[node.id], node.levels[1]) }),
  };
})();
