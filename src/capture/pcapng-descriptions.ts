import type { CaptureFacts } from "./frame.js";
import { DEFAULT_RESOLUTION, OptionCode } from "./pcapng-layout.js";
import type { OptionCursor } from "./pcapng-options.js";

/** Adds what a section header's options say (§4.1); of several sections, the first that says it. */
export function readSectionOptions(options: OptionCursor, facts: CaptureFacts): void {
  while (options.next()) {
    switch (options.code) {
      case OptionCode.comment:
        facts.comments.push(options.text());
        break;
      case OptionCode.sectionHardware:
        facts.hardware ??= options.text();
        break;
      case OptionCode.sectionOperatingSystem:
        facts.operatingSystem ??= options.text();
        break;
      case OptionCode.sectionApplication:
        facts.application ??= options.text();
        break;
    }
  }
}

/** What an interface description's options say (§4.2). */
export interface InterfaceOptions {
  /** if_tsresol, as it stands. */
  resolution: number;
  /** if_tsoffset, in seconds. */
  offset: bigint;
  name?: string;
  description?: string;
}

export function readInterfaceOptions(options: OptionCursor): InterfaceOptions {
  const said: InterfaceOptions = { resolution: DEFAULT_RESOLUTION, offset: 0n };
  while (options.next()) {
    switch (options.code) {
      case OptionCode.interfaceName:
        said.name = options.text();
        break;
      case OptionCode.interfaceDescription:
        said.description = options.text();
        break;
      case OptionCode.interfaceResolution:
        if (options.length === 1) said.resolution = options.byte();
        break;
      case OptionCode.interfaceOffset:
        if (options.length === 8) said.offset = options.signed64();
        break;
    }
  }
  return said;
}
