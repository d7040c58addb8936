import { language } from "../language.js";

const en = {
  empty: (name: string) => `${name} is empty: expected a capture (pcap or pcapng)`,
  emptyGzip: (name: string) => `${name} is gzip, but nothing could be decompressed from it`,
  notACapture: (name: string, start: string) =>
    `${name} is not a capture: it begins with ${start}, expected pcap or pcapng (magic a1b2c3d4, a1b23c4d or 0a0d0d0a)`,
  gzipped: (name: string) => `${name} (decompressed)`,
  otherFormat: (name: string, format: string) =>
    `${name} is a capture of another format (${format}), expected pcap or pcapng: convert it with editcap -F pcapng`,
  cutInHeader: (name: string, found: number, expected: number) =>
    `${name} is cut short in its header: ${found} bytes of ${expected} are there, no frame`,
  pcapVersion: (name: string, version: string) => `${name} is pcap version ${version}: expected 2.4`,
  badSection: (name: string) => `${name} begins as pcapng, but its section header is damaged`,
  pcapngVersion: (name: string, version: string) => `${name} is pcapng version ${version}: expected 1.0`,

  atFrame: (frame: number, offset: number, what: string) => `frame ${frame}, byte ${offset}: ${what}`,
  afterFrame: (frame: number, offset: number, what: string) =>
    `after frame ${frame}, byte ${offset}: ${what}`,
  moreWarnings: (count: number, frame: number, offset: number) =>
    `and ${count} more such places, the last at byte ${offset} (frame ${frame})`,
  cut: (found: number, expected: number) => `cut short, ${found} bytes of ${expected} are there`,
  cutHeader: (found: number, expected: number) =>
    `cut short, ${found} bytes are there, expected at least ${expected}`,
  tooLong: (length: number, most: number) => `length ${length} bytes, expected ${most} at most`,
  tooShort: (length: number, least: number) => `block length ${length} bytes, expected ${least} at least`,
  lengthsDiffer: (first: number, last: number) =>
    `block length ${first} bytes at its start but ${last} at its end, expected the same`,
  badSectionLater: "section header damaged, expected the byte-order magic 1a2b3c4d and version 1.0",
  stopped: "the rest was not read",
  resumed: (offset: number) => `reading went on at byte ${offset}`,
  overfull: (captured: number, room: number) =>
    `captured length ${captured} bytes, expected ${room} at most in its block; this frame was left out`,
  noInterface: (index: number, count: number) =>
    `interface ${index}, which was not described (described: ${count}); this frame was left out`,
  optionCut: (found: number, expected: number) =>
    `option of ${expected} bytes, expected ${found} at most; options from there on were left out`,
  tooManyInterfaces: (most: number) => `more than ${most} interfaces; frames of the others are left out`,
  gzipDamaged: (kept: number) =>
    `gzip data damaged, cut short or followed by something else; the ${kept} bytes decompressed before it were kept`,
  gzipLimit: (limit: number) =>
    `more than ${limit} bytes decompressed; the rest was not read: decompress the file first`,
};

const fr: typeof en = {
  empty: (name) => `${name} est vide : une capture (pcap ou pcapng) était attendue`,
  emptyGzip: (name) => `${name} est au format gzip, mais rien n’a pu en être décompressé`,
  notACapture: (name, start) =>
    `${name} n’est pas une capture : le fichier commence par ${start}, pcap ou pcapng attendu (nombre magique a1b2c3d4, a1b23c4d ou 0a0d0d0a)`,
  gzipped: (name) => `${name} (décompressé)`,
  otherFormat: (name, format) =>
    `${name} est une capture d’un autre format (${format}), pcap ou pcapng attendu : la convertir avec editcap -F pcapng`,
  cutInHeader: (name, found, expected) =>
    `${name} est coupé dans son en-tête : ${found} octets sur ${expected} sont là, aucune trame`,
  pcapVersion: (name, version) => `${name} est un pcap de version ${version} : 2.4 attendue`,
  badSection: (name) => `${name} commence comme un pcapng, mais son en-tête de section est abîmé`,
  pcapngVersion: (name, version) => `${name} est un pcapng de version ${version} : 1.0 attendue`,

  atFrame: (frame, offset, what) => `trame ${frame}, octet ${offset} : ${what}`,
  afterFrame: (frame, offset, what) => `après la trame ${frame}, octet ${offset} : ${what}`,
  moreWarnings: (count, frame, offset) =>
    `et ${count} autres endroits de ce genre, le dernier à l’octet ${offset} (trame ${frame})`,
  cut: (found, expected) => `coupé, ${found} octets sur ${expected} sont là`,
  cutHeader: (found, expected) => `coupé, ${found} octets sont là, au moins ${expected} attendus`,
  tooLong: (length, most) => `longueur de ${length} octets, ${most} au plus attendus`,
  tooShort: (length, least) => `longueur de bloc de ${length} octets, au moins ${least} attendus`,
  lengthsDiffer: (first, last) =>
    `longueur de bloc de ${first} octets au début mais de ${last} à la fin, la même attendue`,
  badSectionLater:
    "en-tête de section abîmé, nombre magique d’ordre des octets 1a2b3c4d et version 1.0 attendus",
  stopped: "la suite n’a pas été lue",
  resumed: (offset) => `la lecture a repris à l’octet ${offset}`,
  overfull: (captured, room) =>
    `longueur capturée de ${captured} octets, ${room} au plus attendus dans son bloc ; cette trame est laissée de côté`,
  noInterface: (index, count) =>
    `interface ${index}, qui n’a pas été décrite (décrites : ${count}) ; cette trame est laissée de côté`,
  optionCut: (found, expected) =>
    `option de ${expected} octets, ${found} au plus attendus ; les options à partir de là sont laissées de côté`,
  tooManyInterfaces: (most) => `plus de ${most} interfaces ; les trames des autres sont laissées de côté`,
  gzipDamaged: (kept) =>
    `données gzip abîmées, coupées ou suivies d’autre chose ; les ${kept} octets décompressés avant sont gardés`,
  gzipLimit: (limit) =>
    `plus de ${limit} octets décompressés ; la suite n’a pas été lue : décompresser d’abord le fichier`,
};

const catalogue = { en, fr };

/** The sentences of this folder, in the language of now. */
export const messages = (): typeof en => catalogue[language()];
