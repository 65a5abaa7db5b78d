// One statement as a card: the sentence, its document, date and place in the text, the rule and how far it can be trusted.
"use strict";

const statement = (() => {
  function documentLine(source) {
    const known = data.byKey.get(source.key);
    const name = source.title ?? source.name;
    const file = source.paths?.[0];
    const title =
      known === undefined
        ? dom.make("span", { class: "document", text: name, title: file })
        : dom.button(name, () => panel.choose({ node: known }), { class: "document link", title: file });
    const more = [source.number, source.date ?? source.year].filter((part) => part !== undefined && part !== name);
    const line = dom.make("div", { class: "source" }, title);
    if (more.length) line.append(dom.make("span", { class: "small", text: more.join(" · ") }));
    return line;
  }

  function confidence(item) {
    if (item.confidence === undefined) return words.t("unmeasured");
    return `${Math.floor(Number(item.confidence) * 100)} %`; // rounded up it would claim more
  }

  function facts(item) {
    const parts = [];
    if (item.start !== undefined && item.end !== undefined)
      parts.push(words.t("from_to", { start: item.start, end: item.end }));
    if (item.from && !item.quote) parts.push(words.t(`from_${item.from}`));
    if (item.n) parts.push(words.t("in_group"));
    if (item.rule) parts.push(`${words.t("rule")} ${item.rule}`, `${words.t("confidence")} ${confidence(item)}`);
    for (const [name, value] of Object.entries(item.more ?? {})) {
      // The key of a policy or agency that is not in the picture: its last part is what people call it.
      const text = ["policy", "agency"].includes(name) ? String(value).split("/").at(-1) : value;
      if (name === "relation") parts.push(words.t(`relation_${value}`));
      else parts.push(value === true ? words.t(name) : `${words.property(name)} ${text}`);
    }
    for (const [name, key] of Object.entries(item.nodes ?? {}))
      parts.push(`${words.property(name)} ${data.nodes[data.byKey.get(key)]?.label ?? key.split("/").at(-1)}`);
    return dom.make("div", { class: "facts small", text: parts.join(" · ") });
  }

  /** What goes to the clipboard: the sentence with where it stands. */
  function citation(item) {
    const source = data.documents[item.document];
    const where = source ? [source.title ?? source.name, source.number, source.date ?? source.year] : [];
    if (item.start !== undefined) where.push(words.t("from_to", { start: item.start, end: item.end }));
    return `${item.quote ?? ""}\n${[...new Set(where.filter(Boolean))].join(", ")}`;
  }

  /** Where a statement stands, and what tells whether to believe it. */
  function foot(item) {
    const source = data.documents[item.document];
    return dom.make(
      "div",
      { class: "foot" },
      source ? documentLine(source) : null,
      item.listed ? dom.make("div", { class: "small", text: words.t("from_ontology") }) : null,
      facts(item),
    );
  }

  /** The card of one statement; under a heading that says the year it is not said again. */
  function card(item, underYear = false) {
    const head = dom.make("div", { class: "head" });
    if (item.year !== undefined && (item.date || !underYear))
      head.append(dom.make("span", { class: "year", text: item.date ?? String(item.year) }));
    if (item.n) head.append(dom.make("span", { text: panel.counted(item.n) }));
    if (item.status) head.append(dom.make("span", { class: `status ${item.status}`, text: words.value(item.status) }));
    const element = dom.make("article", { class: "statement" }, head.childNodes.length ? head : null);
    if (item.quote) element.append(dom.make("blockquote", {}, ...beginning.marked(item.quote, item.marks)));
    element.append(foot(item));
    if (item.quote) element.append(clipboard.button(words.t("copy"), () => citation(item), { class: "link copy" }));
    return element;
  }

  return { card, foot, citation };
})();
