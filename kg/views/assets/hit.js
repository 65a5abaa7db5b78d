// What lies near a point of the picture: small nodes and thin links are met a few pixels beside them, too.
"use strict";

const hit = (() => {
  const radius = (id) => looks.radius(data.nodes[id]);

  /** The nearest of the shown nodes whose rim is within reach. */
  function node(point, reach, spots, shown) {
    let [best, found] = [reach, undefined];
    for (const [id, spot] of Object.entries(spots)) {
      const far = Math.hypot(spot.x - point.x, spot.y - point.y) - radius(Number(id));
      if (far < best && shown(Number(id))) [best, found] = [far, Number(id)];
    }
    return found;
  }

  /** How far a point is from the straight line between two others. */
  function distance(point, from, to) {
    const [wide, high] = [to.x - from.x, to.y - from.y];
    const along = ((point.x - from.x) * wide + (point.y - from.y) * high) / Math.max(wide * wide + high * high, 1e-9);
    const share = Math.min(Math.max(along, 0), 1);
    return Math.hypot(from.x + share * wide - point.x, from.y + share * high - point.y);
  }

  /** The nearest of the shown straight links within reach. */
  function link(point, reach, spots, shown) {
    let [best, found] = [reach, undefined];
    for (const item of data.links) {
      if (!shown(item)) continue;
      const far = distance(point, spots[item.from], spots[item.to]);
      if (far < best) [best, found] = [far, item.id];
    }
    return found;
  }

  return { node, link };
})();
