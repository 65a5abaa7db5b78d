// Groups: nodes that are drawn as one until they are unfolded, out of packs in the page's own file.
"use strict";

const folds = (() => {
  const byKey = new Map(data.groups.map((group, place) => [group.key, place]));
  const homes = data.groups.map((group) => data.byKey.get(group.key));
  const packs = new Map();
  const loaded = new Set();
  /** By the key of a member the place of its group, of all packs that were read. */
  const groupOf = new Map();

  for (const [place, id] of homes.entries()) {
    Object.assign(data.nodes[id], { group: place });
    Object.defineProperty(data.nodes[id], "label", { get: () => named(data.groups[place]), enumerable: true });
  }

  /** What a group is called: 四川省 · Region 183. */
  function named({ kind, label, part, turn, n }) {
    const what = kind === "local" ? words.t("group_local") : words.label(label);
    return [part, `${what} ${words.number(n)}${turn ? ` (${turn})` : ""}`].filter(Boolean).join(" · ");
  }

  const isOpen = (place) => state.current.open.has(data.groups[place].key);

  /** Whether a node is neither folded nor stands for a group that is unfolded. */
  function isPresent(node) {
    if (node.group !== undefined) return !isOpen(node.group);
    return node.inGroup === undefined || isOpen(node.inGroup);
  }

  const element = (place) => document.getElementById(`pack-${place}`);

  /** What a group holds; null where the page had no room for it. */
  async function read(place) {
    if (packs.has(place)) return packs.get(place);
    const packed = element(place)?.textContent;
    let held = null;
    if (packed) {
      held = JSON.parse(await packing.text(packed));
      for (const { key } of held.nodes) groupOf.set(key, place);
    }
    packs.set(place, held);
    return held;
  }

  /** Where a link may end that is told of a key: at its node, if the page has it by now, and at the group that it is in. */
  function endsOf(key) {
    const ends = [];
    if (data.byKey.has(key)) ends.push(data.byKey.get(key));
    if (groupOf.has(key)) ends.push(homes[groupOf.get(key)]);
    return ends;
  }

  const added = new Map();

  /** Adds a link once; one to a group takes in what is stated of its other members. */
  function link(from, to, kind, dashes, width, statements) {
    const pair = `${from} ${kind} ${to}`;
    const known = added.get(pair);
    if (known === undefined) {
      added.set(pair, data.addLink({ from, to, kind, dashes, width, statements: [...statements] }));
      return;
    }
    const told = data.links[known].statements;
    const keys = new Set(told.map((item) => item.key));
    told.push(...statements.filter((item) => !keys.has(item.key)));
  }

  /** Adds of what a pack tells the links that touch `members`. */
  function addLinks(held, members) {
    const keys = [...held.nodes.map((node) => node.key), ...held.others];
    const documents = held.documents.map(data.documentPlace);
    for (const [from, to, kind, dashes, width, statements] of held.links) {
      if (!members.has(keys[from]) && !members.has(keys[to])) continue;
      const told = statements.map((item) => (item.document === undefined ? item : { ...item, document: documents[item.document] }));
      for (const start of endsOf(keys[from])) {
        for (const end of endsOf(keys[to])) {
          const aloof = data.nodes[start].group !== undefined && data.nodes[end].group !== undefined;
          if (!aloof) link(start, end, kind, dashes, width, told);
        }
      }
    }
  }

  /** Brings the members of a group into the page's data, with their links to all that is there. */
  async function load(place) {
    if (loaded.has(place)) return true;
    const held = await read(place);
    if (!held) return false;
    const around = [];
    for (const other of data.groups[place].near) around.push(await read(other));
    if (loaded.has(place)) return true;
    loaded.add(place);
    for (const node of held.nodes) data.addNode({ ...node, inGroup: place });
    const members = new Set(held.nodes.map((node) => node.key));
    for (const pack of [held, ...around]) if (pack) addLinks(pack, members);
    return true;
  }

  /** Unfolds a group, and shows the label of its members where that is hidden. */
  async function open(place) {
    if (!(await load(place))) return;
    const { key, label } = data.groups[place];
    const hiddenNodes = new Set(state.current.hiddenNodes);
    hiddenNodes.delete(label);
    picture.makeRoom(homes[place], membersOf(place));
    state.change({ open: new Set([...state.current.open, key]), hiddenNodes });
  }

  /** Folds it again. */
  function close(place) {
    const open_ = new Set(state.current.open);
    open_.delete(data.groups[place].key);
    picture.closeUp(homes[place], membersOf(place));
    state.change({ open: open_, chosen: { node: homes[place] } });
  }

  const membersOf = (place) => data.nodes.filter((node) => node.inGroup === place).map((node) => node.id);

  /** Unfolds what the address has open. */
  async function start() {
    const wanted = [...state.current.open].map((key) => byKey.get(key));
    if (!wanted.length) return;
    for (const place of wanted) if (await load(place)) picture.makeRoom(homes[place], membersOf(place));
    // What is chosen may be a member, which was not known before.
    state.load();
    state.change({ ...state.current });
  }

  /** Reads all packs, so that what they hold can be searched, and their sentences shown. */
  async function readAll() {
    for (const place of data.groups.keys()) await read(place);
  }

  /** The nodes in packs that were read and not unfolded. */
  function* folded() {
    for (const [place, held] of packs) {
      if (held && !loaded.has(place)) for (const node of held.nodes) yield { ...node, inGroup: place };
    }
  }

  /** A sentence out of the packs that were read, as the panel shows it; undefined where they have none by this key. */
  const sentences = new Map();
  const adoptions = new Map();
  let searched = 0;
  function index() {
    const unread = [...packs.values()].slice(searched);
    searched = packs.size;
    for (const held of unread.filter(Boolean)) {
      const keys = [...held.nodes.map((node) => node.key), ...held.others];
      const documents = held.documents.map(data.documentPlace);
      for (const [from, to, kind, , , told] of held.links) {
        const items = told.map((item) => ({ ...item, document: documents[item.document] }));
        for (const item of items) sentences.set(item.key, item);
        if (kind === "ADOPTED") adoptions.set(`${keys[from]} ${keys[to]}`, items);
      }
    }
  }

  function sentence(key) {
    if (searched !== packs.size) index();
    return sentences.get(key);
  }

  /** What is stated of a folded region's adoption of an initiative, as far as the packs were read. */
  function adoption(region, initiative) {
    if (searched !== packs.size) index();
    return adoptions.get(`${region} ${initiative}`) ?? [];
  }

  return {
    isPresent,
    open,
    close,
    start,
    readAll,
    folded,
    sentence,
    adoption,
    nameOf: (place) => named(data.groups[place]),
    isKnown: (key) => byKey.has(key),
    isThere: (place) => Boolean(element(place)),
    isBare: (place) => element(place)?.dataset.bare !== undefined,
    isOpen,
    /** The place of the group that a node was folded in, or stands for; undefined for others. */
    placeOf: (node) => node.group ?? node.inGroup,
    get isAnyUnread() {
      return data.groups.some((_, place) => !packs.has(place));
    },
  };
})();
