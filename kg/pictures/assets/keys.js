// Mouse and keyboard on the pictures: arrows walk the heat map, N turns to the next sentence, space plays, Esc clears.
"use strict";

const keys = (() => {
  const { model, say } = data;

  function line(region, year) {
    const cell = model.heat.cells[region][data.yearAt(year)];
    const told = [model.regions[region].name, year, say(`stage_${data.stateOf(cell)}`)];
    const n = cell.sentences?.length;
    return told.join(" · ") + (n ? ` · n = ${n}` : "");
  }

  function walk(across, down) {
    const shown = heat.rows();
    const { region, cellYear } = state.current;
    if (region === null || cellYear === null) return state.choose(shown[0]);
    const year = Math.min(Math.max(data.yearAt(cellYear) + across, 0), model.years.length - 1);
    const row = Math.min(Math.max(shown.indexOf(region) + down, 0), shown.length - 1);
    return state.choose(shown[row], model.years[year]);
  }

  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  function onHeat(frame) {
    frame.tabIndex = 0;
    frame.setAttribute("role", "application");
    frame.setAttribute("aria-label", `${say("heat")}. ${say("sentence_keys")}`);
    frame.classList.add("heat");
    frame.addEventListener("keydown", (event) => {
      if (!(event.key in ARROWS) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      walk(...ARROWS[event.key]);
    });
    frame.addEventListener("click", (event) => {
      const found = heat.under(event);
      if (found) { state.choose(found.region, found.year); if (innerWidth < 1100) cards.goTo("sentence"); }
    });
    frame.addEventListener("pointermove", (event) => {
      const found = heat.under(event);
      if (found) tip.show(event, line(found.region, found.year));
      else tip.hide();
    });
    frame.addEventListener("pointerleave", tip.hide);
  }

  function onTiles(frame, picture) {
    frame.addEventListener("click", (event) => {
      const found = tiles.under(event, picture);
      if (found) { state.choose(found.region); cards.goTo("sentence"); }
    });
    frame.addEventListener("pointermove", (event) => {
      const found = tiles.under(event, picture);
      const item = found && model.regions[found.region];
      if (item) tip.show(event, [item.name, item.first ?? say(`class_${item.class}`), `n = ${item.statements}`].join(" · "));
      else tip.hide();
    });
    frame.addEventListener("pointerleave", tip.hide);
  }

  /** Keys that hold anywhere but in a field or on a button. */
  function everywhere(event) {
    const busy = event.target.closest?.("input, button, select, textarea");
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") state.change({ region: null, cellYear: null, year: null });
    else if (event.key.toLowerCase() === "n") sentence.turn(event.shiftKey ? -1 : 1);
    else if (event.key === " " && !busy) { event.preventDefault(); controls.toggle(); }
  }

  return { onHeat, onTiles, start: () => document.addEventListener("keydown", everywhere) };
})();
