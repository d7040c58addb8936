(() => {
  const parse = (text) => {
    const [of, start, end] = text.split(" ");
    return { of, start: Number(start), end: Number(end) };
  };
  const start = (packet) => {
    const runs = [...packet.querySelectorAll("[data-run]")].map((node) => ({
      node,
      ...parse(node.dataset.run),
    }));
    const fields = [...packet.querySelectorAll("[data-bytes]")].map((node) => ({
      node,
      ...parse(node.dataset.bytes),
    }));
    const light = (range, field) => {
      const within = (run) =>
        range && run.of === range.of && run.start >= range.start && run.end <= range.end;
      for (const run of runs) run.node.classList.toggle("voiplab-lit", Boolean(within(run)));
      for (const { node } of fields) node.classList.toggle("voiplab-lit", node === field);
    };
    const smallest = (run) => {
      const around = (field) => field.of === run.of && field.start <= run.start && field.end >= run.end;
      const size = (field) => field.end - field.start;
      return fields
        .filter(around)
        .reduce((best, field) => (best && size(best) < size(field) ? best : field), undefined);
    };
    const point = ({ target }) => {
      const field = target.closest("[data-bytes]");
      const run = target.closest("[data-run]");
      const owner = run && smallest(parse(run.dataset.run));
      if (field) light(parse(field.dataset.bytes), field);
      else if (owner) light(owner, owner.node);
      else light();
    };
    for (const event of ["mouseover", "focusin"]) packet.addEventListener(event, point);
    packet.addEventListener("mouseleave", () => light());
    packet.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const open = fields.filter(({ node }) => node.offsetParent);
      const at = open.findIndex(({ node }) => node === event.target);
      if (!step || at < 0) return;
      event.preventDefault();
      event.stopPropagation();
      open[at + step]?.node.focus();
    });
    packet.addEventListener("click", ({ target }) => {
      const run = target.closest("[data-run]");
      const owner = run && smallest(parse(run.dataset.run));
      if (!owner) return;
      for (let node = owner.node.parentElement; node && node !== packet; node = node.parentElement) {
        if (node.tagName === "DETAILS") node.open = true;
      }
      owner.node.scrollIntoView({ block: "nearest" });
    });
  };
  for (const packet of document.querySelectorAll(".voiplab-packet:not([data-voiplab])")) {
    packet.dataset.voiplab = "";
    start(packet);
  }
})();
