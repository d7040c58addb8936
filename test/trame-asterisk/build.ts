import { captureBytes, pcapngWriter } from "../../src/capture/index.js";
import { recordedPackets } from "../audio/recorded-call.js";
import { scene } from "./scene.js";
import { START } from "./sent.js";

const COMMENT = `Reconstruction de "trame Asterisk.pcapng" d'après le rapport publié du TP "Asterisk, analyse de trames", \
dont la capture n'a jamais été publiée. Ce n'est pas un enregistrement : voir README.fr.md à côté de ce fichier.
Reconstruction of "trame Asterisk.pcapng" from the published report of the practical "Asterisk, analyse de trames", \
whose capture was never published. It is not a recording: see README.md beside this file.`;

/** As the report shows it at frame 15, but for a digit that its text has too many. */
const INTERFACE = "\\Device\\NPF_{8EE0B1CC-20C8-4714-A69F-90C08CB4B9D0}";

/** Packets of 20 ms left out of the recorded conversation's beginning, so that its end is a pause of user3's. */
const SKIPPED = 25;

/** The capture of the report, from the speech of the recorded one. */
export async function trameAsterisk(recorded: Uint8Array): Promise<Uint8Array> {
  const said = async (address: string, port: number, ssrc: number) =>
    (await recordedPackets(address, port, ssrc, recorded)).slice(SKIPPED).map(({ payload }) => payload);
  const frames = scene({
    user1: await said("192.168.187.10", 4000, 0x2e9326fe),
    user3: await said("192.168.187.51", 7078, 0x8fa9fa17),
  });
  const section = {
    comment: COMMENT,
    application: "voiplab",
    interfaces: [{ name: INTERFACE, snapLength: 262_144, decimals: 6 }],
  };
  return captureBytes(
    pcapngWriter(section),
    frames.map((sent) => ({
      time: (BigInt(START) * 1_000_000n + BigInt(sent.at)) * 1000n,
      bytes: sent.frame(),
    })),
  );
}
