// What one region comes to in one initiative: its first year, how closely that is known, and every sentence of it.
"use strict";

const record = (() => {
  const of = ({ region, initiative }) => traced.all().get(initiative)?.rows.get(region);

  /** The link of the page that has its sentences; undefined without one. */
  const link = ({ region, initiative }) => data.adoptionOf.get(`${traced.regions[region]?.[3]} ${initiative}`);

  /** How closely the first year is known, in words. */
  function bound(row) {
    if (!row?.year) return null;
    const before = traced.regions[row.region][4].filter((year) => year < row.year).at(-1);
    return words.t(`bound_${row.bound}`, { year: row.year, before });
  }

  /** The sentences: those of the link, and the one that shows what it comes to where that is not among them. */
  function sentences(chosen) {
    const id = link(chosen);
    const inPack = id === undefined ? folds.adoption(traced.regions[chosen.region][3], data.nodes[chosen.initiative].key) : [];
    const found = id === undefined ? inPack.filter((item) => filter.inYears(item.year)) : filter.statements(data.links[id]);
    const row = of(chosen);
    const shows = row && traced.sentence(row.sentence);
    const known = data.links[id]?.statements ?? inPack;
    return shows && !found.includes(shows) && !known.includes(shows) ? [shows, ...found] : found;
  }

  function place(chosen) {
    const [name] = traced.regions[chosen.region];
    const node = traced.nodeOf(chosen.region);
    return node === undefined ? dom.make("span", { class: "node", text: name }) : panel.nodeButton(node);
  }

  function draw(chosen) {
    const row = of(chosen);
    if (folds.isAnyUnread && link(chosen) === undefined) folds.readAll().then(panel.draw);
    const [, level, code, , seen] = traced.regions[chosen.region];
    const said = row ? traced.stateOf(row) : null;
    const launch = row?.launch?.replace(" ", "_");
    const facts = [
      [words.t("level"), `${words.value(level)} · ${code}`],
      [words.t("first_stated"), row ? traced.firstYear(row) : ""],
      [words.t("status"), words.said(said ?? (seen.length ? "silent" : "none"))],
      [words.t("bound"), bound(row)],
      [words.t("launch"), launch && words.t(`launch_${launch}`)],
      [words.t("reports"), seen.length ? `${seen.length}${words.t("colon")}${seen.join(" ")}` : "0"],
    ].filter(([, value]) => value);
    const told = sentences(chosen);
    return [
      dom.make("div", { class: "ends" }, place(chosen), panel.nodeButton(chosen.initiative)),
      dom.make("dl", {}, ...facts.flatMap(([name, value]) => [dom.make("dt", { text: name }), dom.make("dd", { text: value })])),
      dom.make("h3", { text: panel.counted(told.length) }),
      panel.few(told, (item) => statement.card(item)),
      spread.next(row),
    ].filter(Boolean);
  }

  return { of, link, draw, bound, sentences };
})();
