// The small box beside the mouse that names what it points at.
"use strict";

const tip = (() => {
  function ofNode(node) {
    if (node.kind === "Region" && traced.LEVELS.includes(node.level) && data.initiatives.length) {
      const { state: said, year } = traced.ofNode(node);
      return [node.label, [words.value(node.level), words.said(said), Number.isFinite(year) ? year : ""].filter(Boolean).join(" · ")];
    }
    return [node.label, words.label(node.kind) + (node.year ? ` · ${node.year}` : "")];
  }

  function ofLink(link) {
    const stated = filter.statements(link);
    const year = stated.find((item) => item.year !== undefined)?.year;
    const facts = [words.type(link.kind), year, panel.counted(panel.total(stated))];
    return [`${data.nodes[link.from].label} → ${data.nodes[link.to].label}`, facts.filter(Boolean).join(" · ")];
  }

  function ofRow(met) {
    const row = record.of(met);
    const [name, level] = traced.regions[met.region];
    const facts = [words.value(level), words.said(traced.stateOf(row)), traced.firstYear(row) || row.planned];
    return [`${name} · ${data.nodes[met.initiative].label}`, facts.filter(Boolean).join(" · ")];
  }

  function told(met) {
    if (met.region !== undefined) return ofRow(met);
    return met.node !== undefined ? ofNode(data.nodes[met.node]) : ofLink(data.links[met.link]);
  }

  /** Shows what `met` is, near a point of the stage; hides the box for null. */
  function show(met, at) {
    const box = dom.byId("tip");
    const stage = dom.byId("canvas");
    stage.classList.toggle("meets", Boolean(met));
    box.hidden = !met;
    if (!met) return;
    const [name, facts] = told(met);
    box.replaceChildren(dom.make("strong", { text: name }), dom.make("span", { text: facts }));
    box.style.left = `${Math.min(at.x + 14, stage.clientWidth - box.offsetWidth - 8)}px`;
    box.style.top = `${Math.min(at.y + 16, stage.clientHeight - box.offsetHeight - 8)}px`;
  }

  return { show, told };
})();
