// The sentences of the chosen region and year, one at a time, with all that tells whether to believe them.
"use strict";

const sentence = (() => {
  const { model, say } = data;

  const cell = () => {
    const { region, cellYear } = state.current;
    return region === null || cellYear === null ? null : model.heat.cells[region][data.yearAt(cellYear)];
  };

  const places = () => cell()?.sentences ?? [];

  /** Status of the cell, and how closely it is the first. */
  function status() {
    const { region } = state.current;
    const item = model.regions[region];
    const told = [say(`stage_${data.stateOf(cell())}`), ...(cell().beside ?? []).map((name) => say(`stage_${name}`))];
    if (cell().first) told.push(say(`first_${item.bound}`, { first: item.first }));
    return told.join(model.lang === "zh" ? "；" : "; ");
  }

  function before() {
    const { region, cellYear } = state.current;
    const year = cellYear - 1;
    const cell_ = model.heat.cells[region][data.yearAt(year)];
    if (!cell_) return model.regions[region].observed.includes(year) ? say("before_silent", { year }) : say("before_none", { year });
    const told = data.stateOf(cell_);
    return say({ silent: "before_silent", none: "before_none" }[told] ?? "before_stated", { year, state: say(`stage_${told}`) });
  }

  function form(told) {
    if (!told.form) return say("sentence_outside");
    const name = told.part ?? model.initiative;
    return say(told.form.replace(/[“”"‘’「」]/g, "") === name ? "sentence_name" : "sentence_alias", { form: told.form, name });
  }

  function facts(told, at, all) {
    const rows = [
      ["sentence_form", form(told)],
      ["sentence_part", told.part],
      ["sentence_document", beginning.document(told)],
      ["sentence_place", told.start === undefined ? null : say("sentence_at", { start: told.start, n: at + 1, of: all })],
      ["sentence_rule", told.rule],
      ["sentence_confidence", told.confidence],
      ["sentence_before", before()],
    ];
    const shown = rows.filter(([, value]) => value !== null && value !== undefined);
    return dom.make("dl", {}, ...shown.flatMap(([name, value]) => [dom.make("dt", { text: say(name) }), dom.make("dd", { text: String(value) })]));
  }

  const turn = (step) => {
    const all = places().length;
    if (all) state.change({ sentence: (state.current.sentence + step + all) % all });
  };

  async function copy(event) {
    const told = model.sentences[places()[state.current.sentence]];
    const text = `“${told.quote}” ${beginning.document(told)}, ${told.start ?? ""}`;
    const button = event.currentTarget;
    await navigator.clipboard.writeText(text).then(() => (button.textContent = say("copied")), () => {});
  }

  function draw_() {
    const { region, cellYear } = state.current;
    if (!cell()) return [dom.make("p", { class: "hint", text: say("sentence_choose") })];
    const found = places();
    const told = model.sentences[found[state.current.sentence]];
    const head = [
      dom.make("p", { class: "key-number", text: `${model.regions[region].name} · ${cellYear}` }),
      dom.make("p", { class: "finding", text: status() }),
    ];
    const keys = dom.make("p", { class: "note", text: say("sentence_keys") });
    if (!told) {
      const words = cell().observed ? "nothing_stated" : "nothing_known";
      return [...head, dom.make("p", { text: say(words) }), dom.make("p", { class: "note", text: before() }), keys];
    }
    const more = found.length > 1 ? [
      dom.button(say("sentence_previous"), () => turn(-1)),
      dom.button(say("sentence_next"), () => turn(1)),
    ] : [];
    return [
      ...head,
      dom.make("blockquote", { class: "evidence" }, ...beginning.marked(told)),
      cell().observed ? null : dom.make("p", { class: "note", text: say("nothing_and_told") }),
      facts(told, state.current.sentence, found.length),
      keys,
      dom.make("p", { class: "actions" }, ...more, dom.button(say("sentence_copy"), copy)),
    ];
  }

  return { draw: draw_, turn };
})();
