(() => {
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watch.unobserve(target);
        draw(target);
      }
    },
    { rootMargin: "400px" },
  );
  const draw = async (figure) => {
    const live = document.createElement("div");
    try {
      const { data, layout, config } = JSON.parse(
        figure.querySelector("script[type='application/json']").text,
      );
      live.className = "voiplab-live";
      live.setAttribute("role", layout.sliders ? "group" : "img");
      live.setAttribute("aria-label", figure.querySelector("img").alt);
      figure.prepend(live);
      figure.classList.add("voiplab-alive");
      await window.Plotly.newPlot(live, data, { ...layout, autosize: true }, config);
      new ResizeObserver(() => live.offsetWidth && window.Plotly.Plots.resize(live)).observe(live);
    } catch (error) {
      live.remove();
      figure.classList.remove("voiplab-alive");
      console.warn("voiplab:", error);
    }
  };
  const start = () => {
    for (const figure of document.querySelectorAll(".voiplab-chart figure:not([data-voiplab])")) {
      figure.dataset.voiplab = "";
      watch.observe(figure);
    }
  };
  if (window.Plotly) start();
  else window.addEventListener("voiplab:library", start, { once: true });
})();
