// The bands of the levels layout and the lanes of the timeline: those in use, closed up and stretched to the window.
"use strict";

const rows = (() => {
  const STRETCH = [0.7, 2.6];
  const LOWEST_LANE = 22;
  const SMALLEST_MARK = 5;
  const LARGEST_MARK = 15;
  let shown = [];
  let stretch = 1;
  let scale = 1;

  const bandOf = (y) => data.bands.findIndex((band) => y >= band.top && y < band.bottom);
  const bands = data.nodes.map((node) => bandOf(node.levels[1]));
  const lanes = new Map((data.timeline?.lanes ?? []).map((lane, place) => [lane.node, place]));
  const kindsIn = data.bands.map(() => new Set());
  data.nodes.forEach((node, at) => kindsIn[bands[at]].add(node.kind));

  const widest = {
    levels: extent(data.nodes.map((node) => node.levels[0])),
    timeline: extent((data.timeline?.years ?? []).map(([, x]) => x)),
  };

  function extent(values) {
    let [low, high] = [Infinity, -Infinity];
    for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
    return Math.max(high - low, 1);
  }

  const used = {
    levels: (row, place) => [...kindsIn[place]].some((kind) => !state.current.hiddenNodes.has(kind)),
    timeline: (row) => !state.current.hiddenInitiatives.has(row.node),
  };

  /** Sets the rows of the present layout into a window of which `room` says how much they may take. */
  function lay(room) {
    const { layout } = state.current;
    shown = [];
    if (layout === "network") return;
    const all = layout === "levels" ? data.bands : data.timeline.lanes;
    const kept = all.map((row, place) => ({ row, place })).filter(({ row, place }) => used[layout](row, place));
    const height = kept.reduce((sum, { row }) => sum + row.bottom - row.top, 0);
    stretch = Math.min(
      Math.max((room.height / room.width) * (widest[layout] / Math.max(height, 1)), STRETCH[0]),
      STRETCH[1],
    );
    // However many lanes there are, each stays high enough for its name; the window then shows a part of them.
    const lowest = Math.min(...kept.map(({ row }) => row.bottom - row.top));
    if (layout === "timeline") stretch = Math.max(stretch, LOWEST_LANE / (lowest * (room.width / widest.timeline)));
    const [wide, high] = [room.width / widest[layout], room.height / Math.max(height * stretch, 1)];
    scale = layout === "timeline" ? wide : Math.min(wide, high);
    let top = 0;
    for (const { row, place } of kept) {
      const bottom = top + (row.bottom - row.top) * stretch;
      shown[place] = { row, place, top, bottom };
      top = bottom;
    }
  }

  /** Where a height of row `place` has come to lie. */
  const settle = (place, y) => (shown[place] ? shown[place].top + (y - shown[place].row.top) * stretch : y);

  return {
    lay,
    get shown() {
      return shown.filter(Boolean);
    },
    band: (node) => bands[node.id],
    lane: (id) => lanes.get(id),
    levels: (node) => ({ x: node.levels[0], y: settle(bands[node.id], node.levels[1]) }),
    initiative: (id) => {
      const lane = data.timeline.lanes[lanes.get(id)];
      return { x: lane.x, y: settle(lanes.get(id), lane.y) };
    },
    mark: (initiative, [x, y]) => ({ x, y: settle(lanes.get(initiative), y) }),
    /** The radius of a mark, so that it is about as large on the screen however many there are. */
    markSize: () => Math.min(Math.max(4.8 / scale, SMALLEST_MARK), LARGEST_MARK),
  };
})();
