import type { Messages } from "./messages.en.js";
import { number } from "./numbers.js";

const count = (value: number, one: string, many = `${one}s`) => `${number(value)} ${value < 2 ? one : many}`;

export const french: Messages = {
  activity: "qui a parlé quand",
  audio: (holds) => `audio : ${holds}`,
  bad: "échec",
  bytes: (first, last) => (first === last ? `octet ${first}` : `octets ${first}–${last}`),
  columns: {
    ask: "question",
    buffer: "tampon",
    delay: "délai",
    delta: "delta",
    destination: "destination",
    found: "trouvé",
    frame: "trame",
    info: "info",
    jitter: "gigue",
    key: "touche",
    length: "longueur",
    lost: "perdus",
    marker: "marqueur",
    name: "nom",
    number: "n°",
    packets: "paquets",
    protocol: "protocole",
    sequence: "séquence",
    source: "source",
    time: "temps",
    value: "valeur",
  },
  channels: (channels) =>
    channels === 1 ? "mono" : channels === 2 ? "stéréo" : count(channels, "canal", "canaux"),
  delta: "delta",
  deltaHover: "trame %{customdata}, à %{x:.3f} s<br>delta %{y:.2f} ms",
  download: "enregistrer dans un fichier",
  empty: "aucune ligne",
  filter: "dans Wireshark :",
  frame: "trame",
  frameAt: (frame, seconds) => `trame ${frame} · ${seconds} s`,
  frameTitle: "numéro de la trame dans la capture, comme dans Wireshark",
  frames: (label) => (/^\d+$/.test(label) ? `trame ${label}` : `trames ${label}`),
  fromTo: (start, stop) => `de ${start} s à ${stop} s`,
  good: "réussi",
  hexDump: "octets de la trame",
  jitter: "gigue",
  jitterHover: "à %{x:.3f} s<br>gigue %{y:.2f} ms",
  left: "gauche",
  lost: (packets) => `perdus (${number(packets)})`,
  lostHover: "à %{x:.3f} s<br>perdus juste avant : %{customdata}",
  manyFrames: (first, last, frames) => `${first} … ${last} (${number(frames)})`,
  milliseconds: "millisecondes",
  more: (rows) => `… et ${number(rows)} de plus`,
  moreBytes: (bytes) => `… et ${count(bytes, "octet")} de plus`,
  no: "non",
  packetTitle: (frame, length, captured) =>
    length === captured
      ? `trame ${frame} : ${count(length, "octet")}`
      : `trame ${frame} : ${count(length, "octet")} sur le câble, ${number(captured)} capturés`,
  packetsLost: (packets) => `${count(packets, "paquet perdu", "paquets perdus")}`,
  plotly: {
    Zoom: "Agrandir",
    Pan: "Déplacer",
    "Reset axes": "Tout montrer",
    "Download plot": "Enregistrer l'image",
    "Download plot as a PNG": "Enregistrer l'image (PNG)",
    "Double-click to zoom back out": "Double-cliquez pour tout montrer",
  },
  points: (points) => count(points, "point"),
  reassembled: (bytes) => `assemblés à partir de plusieurs trames : ${count(bytes, "octet")}`,
  reduced: (drawn, all) =>
    `${number(drawn)} points sur ${number(all)} sont dessinés : le plus bas et le plus haut de chaque intervalle.`,
  remark: "remarque",
  right: "droite",
  sequence: "séquence",
  sequenceCount: (messages, actors, lapse) =>
    `${count(messages, "message")} entre ${count(actors, "acteur")} en ${lapse}.`,
  sequenceKey:
    "Trait plein : requête ; tirets : réponse ; pointillés (↻) : renvoi. Même couleur : même transaction.",
  spectrogram: "spectrogramme",
  spectrogramSummary: (lapse, quietest, loudest) =>
    `${lapse} ; plus c’est foncé, plus c’est fort, de ${quietest} à ${loudest} dBFS.`,
  spoke: (speaker, lapse, percent) => `${speaker} a parlé ${lapse} (${percent} %)`,
  streamSummary: (packets, delta, meanJitter, jitter, lost) =>
    `${packets} paquets, ${lost} perdus ; delta jusqu'à ${delta} ms ; gigue de ${meanJitter} ms en moyenne, ${jitter} ms au plus.`,
  streamTitle: "delta, gigue et pertes",
  table: "tableau",
  timeAxis: "temps (s)",
  warning: "attention",
  waveform: "forme d'onde",
  waveformSummary: (lapse, rate, samples, channels) =>
    `${lapse} à ${rate} Hz : ${samples} échantillons${channels > 1 ? " par locuteur" : ""}.`,
  yes: "oui",
};
