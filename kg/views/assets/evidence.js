// Which sentences count: those of all forms of a name or of the name itself, and how sure they must be.
"use strict";

const evidence = (() => {
  function forms() {
    if (!traced.isSwitched) return null;
    return dom.segmented(
      words.t("forms"),
      ["all", "name"].map((value) => [value, words.t(`forms_${value}`)]),
      state.current.forms,
      (value) => state.change({ forms: value }),
    );
  }

  function least() {
    if (traced.thresholds.length < 2) return null;
    const select = dom.make("select", {
      id: "least",
      "aria-label": words.t("least"),
      onchange: (event) => state.change({ least: Number(event.target.value) }),
    });
    for (const value of traced.thresholds) {
      const text = value ? `≥ ${Math.round(value * 100)} %` : words.t("least_any");
      select.append(dom.make("option", { value: String(value), text, selected: value === state.current.least }));
    }
    return dom.make("label", { class: "pick" }, dom.make("span", { text: words.t("confidence") }), select);
  }

  function draw() {
    const parts = [forms(), least()].filter(Boolean);
    if (!parts.length) return null;
    return dom.make("section", { id: "evidence" }, dom.make("h2", { text: words.t("evidence") }), ...parts);
  }

  return { draw };
})();
