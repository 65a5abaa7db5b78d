// Views with a text each, told one after the other: kept in the address, or as a small JSON file.
"use strict";

const story = (() => {
  const BEAT = 5000;
  const MOST = 60;
  const [FORMAT, LONGEST] = ["reformkg-story-1", 4000];
  let timer = null;
  let isOpen = false;

  const box = () => dom.byId("story");
  const steps = () => state.current.story;
  const isThere = () => isOpen || steps().length > 0;

  /** Goes to a step: its view, and its text in the bar. */
  function go(at) {
    const step = steps()[at];
    if (!step) return;
    const kept = { story: steps(), step: at, lang: state.current.lang, theme: state.current.theme };
    state.load(`#${step.view}`);
    state.change({ ...state.current, ...kept });
    folds.start();
    years.draw();
  }

  function stop() {
    clearInterval(timer);
    timer = null;
  }

  function play() {
    if (timer) stop();
    else {
      if (state.current.step === null || state.current.step >= steps().length - 1) go(0);
      else go(state.current.step + 1);
      timer = setInterval(() => {
        const next = state.current.step + 1;
        if (next >= steps().length) stop();
        else go(next);
        redraw();
      }, BEAT);
    }
    redraw();
  }

  function addStep() {
    const text = dom.byId("story-text").value.trim();
    if (steps().length >= MOST) return;
    const added = [...steps(), { text: text.slice(0, LONGEST), view: state.view() }];
    state.change({ story: added, step: added.length - 1 });
  }

  function removeStep() {
    const left = steps().filter((_, at) => at !== state.current.step);
    state.change({ story: left, step: left.length ? Math.min(state.current.step, left.length - 1) : null });
  }

  /** The steps that a JSON text tells; null where it is no story. */
  function parsed(text) {
    try {
      const told = JSON.parse(text);
      if (told.format !== FORMAT || !Array.isArray(told.steps)) return null;
      return told.steps
        .filter((each) => typeof each?.text === "string" && typeof each.view === "string")
        .slice(0, MOST)
        .map((each) => ({ text: each.text.slice(0, LONGEST), view: each.view.slice(0, LONGEST) }));
    } catch {
      return null;
    }
  }

  const written = () => JSON.stringify({ format: FORMAT, title: data.page.title, steps: steps() }, null, 1);

  async function take(event) {
    const [file] = event.target.files;
    const found = file && parsed(await file.text());
    if (found?.length) {
      state.change({ story: found, step: null });
      go(0);
    } else dom.byId("heard").textContent = words.t("no_story");
  }

  function told() {
    const { step } = state.current;
    const at = step ?? -1;
    return [
      dom.button("‹", () => { stop(); go(at - 1); }, { "aria-label": words.t("step_before"), disabled: at <= 0 }),
      dom.make("span", { class: "small", text: `${at + 1} / ${steps().length}` }),
      dom.button("›", () => { stop(); go(at + 1); }, { "aria-label": words.t("step_next"), disabled: at >= steps().length - 1 }),
      dom.button(words.t(timer ? "pause" : "play_story"), play, { id: "play-story" }),
      dom.make("p", { id: "told", "aria-live": "polite", text: steps()[at]?.text ?? "" }),
    ];
  }

  function editing() {
    const file = dom.make("input", { type: "file", id: "story-file", accept: ".json,application/json", "aria-label": words.t("open_story"), onchange: take });
    return [
      dom.make("input", { id: "story-text", type: "text", maxlength: LONGEST, placeholder: words.t("story_text"), "aria-label": words.t("story_text") }),
      dom.button(words.t("add_step"), addStep, { id: "add-step" }),
      steps().length ? dom.button(words.t("remove_step"), removeStep, { id: "remove-step", disabled: state.current.step === null }) : null,
      steps().length ? dom.button("JSON", () => save.text(written(), "application/json", "json"), { id: "save-story", title: words.t("save_story") }) : null,
      dom.make("label", { class: "file" }, dom.make("span", { text: words.t("open_story") }), file),
    ];
  }

  function redraw() {
    box().hidden = !isThere();
    if (box().hidden) return;
    const { id, value, ariaLabel } = /** @type {HTMLInputElement} */ (document.activeElement ?? document.body);
    const typed = dom.byId("story-text")?.value ?? "";
    const inside = box().contains(document.activeElement);
    box().replaceChildren(
      ...(steps().length ? told() : []),
      ...(isOpen ? editing().filter(Boolean) : []),
      dom.button(isOpen ? "×" : "✎", edit, { id: "edit-story", "aria-label": words.t(isOpen ? "close" : "edit_story") }),
    );
    if (isOpen && id === "story-text") dom.byId("story-text").value = value ?? typed;
    if (inside) (dom.byId(id) ?? [...box().querySelectorAll("button")].find((each) => each.ariaLabel === ariaLabel))?.focus();
  }

  function edit() {
    isOpen = !isOpen;
    redraw();
  }

  state.listen((changed) => {
    if (["story", "step", "lang"].some((name) => changed.has(name))) redraw();
  });
  return {
    edit,
    parsed,
    start() {
      if (steps().length && state.current.step !== null) go(state.current.step);
      redraw();
    },
  };
})();
