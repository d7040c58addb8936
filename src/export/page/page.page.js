// Runs in every exported page.
(() => {
  // One voice at a time: a call and its streams are the same sound.
  document.addEventListener(
    "play",
    ({ target }) => {
      for (const player of document.querySelectorAll("audio")) if (player !== target) player.pause();
    },
    true,
  );

  // The table of contents tells where one is: at the last heading above the middle of the window.
  const links = [...document.querySelectorAll(".contents a")];
  const headings = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));
  const mark = () => {
    const middle = window.innerHeight / 2;
    const at = headings.findLastIndex((heading) => heading.getBoundingClientRect().top < middle);
    links.forEach((link, index) => {
      if (index === at) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  };
  if (links.length) {
    new IntersectionObserver(mark).observe(document.querySelector("main"));
    document.addEventListener("scroll", mark, { passive: true });
  }
})();
