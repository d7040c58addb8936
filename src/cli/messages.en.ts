const rows = {
  "--format F": "table, tsv or json (default: table on a terminal, tsv otherwise)",
  "--help": "this text",
};
const heuristic = { "--heuristic": "also take RTP that no signalling announced" };

const reading = (name: string, summary: string, text: string, options: Record<string, string> = {}) => ({
  usage: `${name} FILE`,
  summary,
  text: `${text}\nFILE is a pcapng or pcap capture, also gzipped; - is standard input.`,
  options: { ...options, ...rows } as Record<string, string>,
});

/** The command line in English. */
export const english = {
  badFormat: (value: string) => `--format ${value}: expected table, tsv or json`,
  noOption: (option: string) => `no option ${option}`,
  valueMissing: (option: string) => `${option}: its value is missing`,
  valueGiven: (option: string) => `${option}: takes no value`,
  noFile: () => "no capture file given, expected one (or - for standard input)",
  moreFiles: (count: number) => `${count} files given, expected one`,
  fileAndNumber: (count: number) =>
    `${count} argument${count === 1 ? "" : "s"} given, expected two: a capture file and a frame number`,
  badNumber: (value: string) => `${value}: expected a frame number, from 1`,
  noOut: () => "--out DIR is missing: the folder in which to write",
  badMode: (value: string) => `--mode ${value}: expected rtp, jitter-buffer or uninterrupted`,
  badAction: (value: string) => `kernel${value && ` ${value}`}: expected install or spec`,
  badPort: (value: string) => `--port ${value}: expected a number from 1 to 65535`,
  noNotebook: () => "no notebook given, expected one or more .ipynb files",
  noPrefix: () => "--sys-prefix: no Python environment is active; name it with --prefix",
  seeHelp: (text: string, name: string) => `${text} (see voiplab ${name} --help)`,
  noCommand: (name: string, known: readonly string[]) =>
    `no command ${name}, expected one of: ${known.join(", ")}`,
  ofReassembled: () => " of the reassembled bytes",
  commandMissing: () => "no command given",
  warning: (text: string, more: number) => `warning: ${text}${more > 0 ? " (the first of several)" : ""}`,
  system: (text: string) => `refused by the system: ${text}`,
  internal: (error: unknown) =>
    `unexpected: ${error instanceof Error ? error.message : error}; please report it`,
  help: {
    usage: "usage",
    hint: "voiplab COMMAND --help says more.",
    commands: {
      frames: reading(
        "frames",
        "the packet list",
        "Prints the packet list, a row a frame, as Wireshark does.",
      ),
      sip: reading(
        "sip",
        "the SIP messages",
        "Prints a row a SIP message: method or status, Call-ID, CSeq, From, To.",
      ),
      calls: reading("calls", "the calls", "Prints the calls as Wireshark's Telephony > VoIP Calls."),
      streams: reading(
        "streams",
        "the RTP streams: loss, delta, jitter",
        "Prints the RTP streams as Wireshark's Telephony > RTP > RTP Streams.",
        heuristic,
      ),
      registrations: reading(
        "registrations",
        "who registered, and with which outcome",
        "Prints a row an attempt to register. Outcomes: registered, unregistered, queried, refused,\n" +
          "challenged (asked for credentials that never came), unanswered.",
      ),
      audio: {
        ...reading(
          "audio",
          "the voices, as WAV files",
          "Writes one mono WAV a stream and one stereo WAV a call (caller left, callee right).",
          {
            "--out DIR": "where to write (made if it is not there)",
            "--mode M": "rtp (placed by RTP timestamp, the default), jitter-buffer or uninterrupted",
            ...heuristic,
          },
        ),
        usage: "audio FILE --out DIR",
      },
      frame: {
        ...reading(
          "frame",
          "one frame, field by field",
          "Prints the packet details with byte ranges, and the bytes.",
        ),
        usage: "frame FILE NUMBER",
        options: {
          "--format F": "table (the details and the bytes, the default), or a row a field: tsv, json",
          "--help": "this text",
        } as Record<string, string>,
      },
      export: {
        usage: "export NOTEBOOK… --out DIR",
        summary: "run notebooks and write a page of each",
        text: "Runs the notebooks in the kernel and writes one self-contained HTML page each.",
        options: {
          "--out DIR": "where to write (made if it is not there)",
          "--no-run": "take the outputs stored in the notebooks",
          "--kernel NAME": "the kernel to run them in (default: voiplab)",
          "--help": "this text",
        } as Record<string, string>,
      },
      lab: {
        usage: "lab [DIR]",
        summary: "JupyterLab on the notebooks",
        text: "Starts JupyterLab on DIR (default: the lessons) with the kernel found; writes nothing outside the project.",
        options: {
          "--port N": "the port to listen on",
          "--no-browser": "do not open a browser",
          "--help": "this text",
        } as Record<string, string>,
      },
      kernel: {
        usage: "kernel install|spec",
        summary: "register the Jupyter kernel, or print its kernelspec",
        text: "install registers the kernel voiplab for Jupyter; spec prints its kernelspec.",
        options: {
          "--user": "for the current user (the default)",
          "--sys-prefix": "in the Python environment that is active",
          "--prefix P": "under P/share/jupyter",
          "--help": "this text",
        } as Record<string, string>,
      },
    },
  },
};
