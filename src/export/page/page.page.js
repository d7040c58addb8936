// Runs in an exported page: draws the charts as they come into view, the rest when there is time.
(() => {
  const charts = [...document.querySelectorAll("figure[data-figure]")];
  const dark = window.matchMedia("(prefers-color-scheme: dark)");

  const colored = (layout) => {
    const style = getComputedStyle(document.documentElement);
    const color = (name) => style.getPropertyValue(name).trim();
    const paint = { paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)" };
    const next = { ...layout, ...paint, font: { ...layout.font, color: color("--text") } };
    for (const axis of ["xaxis", "yaxis", ...Object.keys(layout).filter((key) => /^[xy]axis\d/.test(key))]) {
      const lines = {
        gridcolor: color("--line"),
        linecolor: color("--line"),
        zerolinecolor: color("--line"),
      };
      next[axis] = { ...layout[axis], ...lines };
    }
    return next;
  };

  const draw = (chart) => {
    if (chart.plot) return;
    const figure = JSON.parse(chart.querySelector("script").textContent);
    chart.plot = document.createElement("div");
    chart.plot.className = "plot";
    const layout = { autosize: true, ...figure.layout };
    const config = { responsive: true, displaylogo: false, ...figure.config };
    const shown = dark.matches ? colored(layout) : layout;
    const height = chart.querySelector("img")?.getBoundingClientRect().height;
    if (!layout.height && height) chart.plot.style.height = `${height}px`;
    chart.append(chart.plot);
    chart.classList.add("live");
    Plotly.newPlot(chart.plot, figure.data, shown, config);
    dark.addEventListener("change", () =>
      Plotly.react(chart.plot, figure.data, dark.matches ? colored(layout) : layout, config),
    );
  };

  if (charts.length && window.Plotly) {
    const seen = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) if (isIntersecting) draw(target);
      },
      { rootMargin: "800px" },
    );
    for (const chart of charts) seen.observe(chart);
    const later = window.requestIdleCallback ?? ((work) => setTimeout(work, 200));
    const next = () => {
      const chart = charts.find(({ plot }) => !plot);
      if (chart) {
        draw(chart);
        later(next);
      }
    };
    window.addEventListener("load", () => later(next));
  }

  // One voice at a time: a call and its streams are the same sound.
  document.addEventListener(
    "play",
    ({ target }) => {
      for (const player of document.querySelectorAll("audio, video")) if (player !== target) player.pause();
    },
    true,
  );
})();
