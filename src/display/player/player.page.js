(() => {
  const save = (audio, link) => {
    const bytes = Uint8Array.from(atob(audio.src.split(",")[1]), (character) => character.charCodeAt(0));
    const address = URL.createObjectURL(new Blob([bytes], { type: "audio/wav" }));
    const saving = Object.assign(document.createElement("a"), { href: address, download: link.download });
    saving.click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  };
  const follow = (audio, wave) => {
    const cursor = wave.querySelector("span");
    const move = () => {
      cursor.style.left = `${(100 * audio.currentTime) / (audio.duration || 1)}%`;
      if (!audio.paused) requestAnimationFrame(move);
    };
    for (const event of ["play", "timeupdate", "seeked"]) audio.addEventListener(event, move);
    wave.addEventListener("click", ({ clientX }) => {
      const { left, width } = wave.getBoundingClientRect();
      audio.currentTime = ((clientX - left) / width) * (audio.duration || 0);
      move();
    });
    wave.style.cursor = "pointer";
  };
  for (const figure of document.querySelectorAll(".voiplab-player figure:not([data-voiplab])")) {
    figure.dataset.voiplab = "";
    const audio = figure.querySelector("audio");
    const wave = figure.querySelector(".voiplab-wave");
    const link = figure.querySelector("a[download]");
    link.style.display = "";
    link.addEventListener("click", (event) => {
      event.preventDefault();
      save(audio, link);
    });
    if (wave) follow(audio, wave);
  }
})();
