// The picture by keyboard: arrow keys go to the next node that way, Page Up and Down through all in their order, Enter
// opens one; what is reached is said aloud.
"use strict";

const walk = (() => {
  const IN_ORDER = { PageDown: 1, PageUp: -1 };
  const AHEAD = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  let at = null;

  /** What can be reached in the present layout: its key, its place in the window, what it chooses. */
  function stops() {
    if (state.current.layout === "timeline") {
      return [...document.querySelectorAll("#lanes .mark")].map((element) => {
        const box = element.getBoundingClientRect();
        const chosen = { region: Number(element.dataset.region), initiative: Number(element.dataset.initiative) };
        return { key: `${chosen.region} ${chosen.initiative}`, x: box.x + box.width / 2, y: box.y + box.height / 2, chosen };
      });
    }
    return data.nodes
      .filter((node) => filter.shown.nodes[node.id])
      .map((node) => ({ key: node.key, ...picture.spot(node.id), chosen: { node: node.id } }));
  }

  /** The next stop that way: near, and not far off the line. */
  function next(found, from, [dx, dy]) {
    let [best, nearest] = [Infinity, null];
    for (const stop of found) {
      const along = (stop.x - from.x) * dx + (stop.y - from.y) * dy;
      const off = Math.abs((stop.x - from.x) * dy) + Math.abs((stop.y - from.y) * dx);
      if (along > 0.5 && along + 2.5 * off < best) [best, nearest] = [along + 2.5 * off, stop];
    }
    return nearest;
  }

  function described({ chosen }) {
    const [name, facts] = tip.told(chosen);
    if (chosen.node === undefined) return `${name}, ${facts}`;
    return `${name}, ${facts}, ${words.t("links_of", { n: filter.shown.degree[chosen.node] })}`;
  }

  function reach(stop) {
    at = stop;
    dom.byId("heard").textContent = described(stop);
    if (stop.chosen.node !== undefined) picture.walkedTo(stop.chosen.node);
    else timeline.walkedTo(stop.chosen);
  }

  function keydown(event) {
    const way = AHEAD[event.key];
    const step = IN_ORDER[event.key];
    if (!way && !step && event.key !== "Enter") return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("button")) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Enter") {
      if (at) state.change({ chosen: at.chosen });
      return;
    }
    const found = stops();
    const place = found.findIndex(({ key }) => key === at?.key);
    const after = step && found[(place + step + found.length) % found.length];
    const stop = place < 0 ? found[0] : (after ?? next(found, found[place], way));
    if (stop) reach(stop);
  }

  function listen() {
    for (const id of ["canvas", "lanes"]) dom.byId(id).addEventListener("keydown", keydown);
    dom.byId("canvas").addEventListener("blur", () => picture.walkedTo(null));
  }

  /** Names of the parts of the page for who does not see it, in its language. */
  function name() {
    for (const id of ["top", "sidebar", "stage", "panel", "story", "years"]) dom.byId(id).setAttribute("aria-label", words.t(`part_${id}`));
    dom.byId("canvas").setAttribute("aria-label", words.t("walk", { layout: words.t(state.current.layout) }));
    dom.byId("lanes").setAttribute("aria-label", words.t("walk", { layout: words.t("timeline") }));
  }

  state.listen((changed) => {
    if (changed.has("layout")) at = null;
    if (changed.has("layout") || changed.has("lang")) name();
  });

  return { listen, name };
})();
