// Room in the network for what a group holds: its members on a disc in its place, all others moved outward, and back.
"use strict";

const disc = (() => {
  const APART = 34;
  const GOLDEN = Math.PI * (3 - Math.sqrt(5));

  /** How far a disc of so many nodes reaches. */
  const radius = (count) => APART * 0.62 * Math.sqrt(count) + APART;

  /**
   * Places on a disc, the first in the middle, evenly spread.
   * @param {{x: number, y: number}} centre
   * @param {number} count
   * @returns {{x: number, y: number}[]}
   */
  function places(centre, count) {
    return Array.from({ length: count }, (_, at) => {
      const [far, angle] = [APART * 0.62 * Math.sqrt(at + 0.5), at * GOLDEN];
      return { x: centre.x + far * Math.cos(angle), y: centre.y + far * Math.sin(angle) };
    });
  }

  /**
   * Where a point comes to lie when a disc opens (`way` 1) or closes (-1) round a centre: its distance squared grows by
   * that of the disc, so that all keep their order and their room.
   * @param {{x: number, y: number}} point
   * @param {{x: number, y: number}} centre
   * @param {number} reach
   * @param {1 | -1} way
   * @returns {{x: number, y: number}}
   */
  function moved(point, centre, reach, way) {
    const [dx, dy] = [point.x - centre.x, point.y - centre.y];
    const far = Math.hypot(dx, dy);
    if (far < 1e-6) return { ...point };
    const share = Math.sqrt(Math.max(far * far + way * reach * reach, 0)) / far;
    return { x: centre.x + dx * share, y: centre.y + dy * share };
  }

  return { radius, places, moved };
})();
