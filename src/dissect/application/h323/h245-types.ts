import {
  BOOLEAN,
  choice,
  integer,
  NULL,
  names,
  octets,
  type PerField,
  sequence,
  UNKNOWN,
} from "../../asn1/per-types.js";

// ITU-T H.245 annex A, as far as the addresses of logical channels and what stands before them need it

const PORT = integer(0, 65535);
const FRAMES = integer(1, 256);

const UNICAST = choice(
  [
    [
      "iPAddress",
      sequence(
        [
          ["network", octets(4)],
          ["tsapIdentifier", PORT],
        ],
        [],
      ),
    ],
    ["iPXAddress", UNKNOWN],
    [
      "iP6Address",
      sequence(
        [
          ["network", octets(16)],
          ["tsapIdentifier", PORT],
        ],
        [],
      ),
    ],
    ["netBios", octets(16)],
    ["iPSourceRouteAddress", UNKNOWN],
  ],
  names("nsap nonStandardAddress", UNKNOWN),
);
const ADDRESS = choice(
  [
    ["unicastAddress", UNICAST],
    ["multicastAddress", UNKNOWN],
  ],
  [],
);

const AUDIO = choice(
  [
    ["nonStd", UNKNOWN],
    ...names("g711A g711A56k g711U g711U56k g722-64k g722-56k g722-48k", FRAMES),
    [
      "g7231",
      sequence([
        ["maxAl-sduAudioFrames", FRAMES],
        ["silenceSuppression", BOOLEAN],
      ]),
    ],
    ...names("g728 g729 g729A", FRAMES),
    ...names("is11172 is13818", UNKNOWN),
  ],
  [
    ...names("g729B g729AB", FRAMES),
    ...names("g7231C gsmFR gsmHR gsmEFR generic g729Ext vbd audioTelEvent audioTone", UNKNOWN),
  ],
);
const VIDEO = choice(
  names(
    "nonStandard h261VideoCapability h262VideoCapability h263VideoCapability is11172VideoCapability",
    UNKNOWN,
  ),
  names("genericVideoCapability extendedVideoCapability", UNKNOWN),
);
const DATA = sequence(
  [
    [
      "application",
      choice(
        names(
          "nonStandard t120 dsm-cc userData t84 t434 h224 nlpid dsvdControl h222DataPartitioning",
          UNKNOWN,
        ),
        names("t30fax t140 t38fax genericDataCapability", UNKNOWN),
      ),
    ],
    ["maxBitRate", integer(0, 4294967295)],
  ],
  [],
);
const DATA_TYPE = choice(
  [
    ["nonStandard", UNKNOWN],
    ["nullData", NULL],
    ["videoData", VIDEO],
    ["audioData", AUDIO],
    ["data", DATA],
    ["encryptionData", UNKNOWN],
  ],
  names(
    "h235Control h235Media multiplexedStream redundancyEncoding multiplePayloadStream depFec fec",
    UNKNOWN,
  ),
);

const CHANNEL = sequence(
  [
    ["nonStandard", UNKNOWN, "optional"],
    ["sessionID", integer(0, 255)],
    ["associatedSessionID", integer(1, 255), "optional"],
    ["mediaChannel", ADDRESS, "optional"],
    ["mediaGuaranteedDelivery", BOOLEAN, "optional"],
    ["mediaControlChannel", ADDRESS, "optional"],
    ["mediaControlGuaranteedDelivery", BOOLEAN, "optional"],
    ["silenceSuppression", BOOLEAN, "optional"],
    ["destination", UNKNOWN, "optional"],
    ["dynamicRTPPayloadType", integer(96, 127), "optional"],
    ["mediaPacketization", UNKNOWN, "optional"],
  ],
  [],
);
const CHANNEL_ACK = sequence(
  [
    ["nonStandard", UNKNOWN, "optional"],
    ["sessionID", integer(1, 255), "optional"],
    ["mediaChannel", ADDRESS, "optional"],
    ["mediaControlChannel", ADDRESS, "optional"],
    ["dynamicRTPPayloadType", integer(96, 127), "optional"],
  ],
  [],
);
const H2250: PerField = ["h2250LogicalChannelParameters", CHANNEL];
const NUMBER = integer(1, 65535);

const OPEN = sequence(
  [
    ["forwardLogicalChannelNumber", NUMBER],
    [
      "forwardLogicalChannelParameters",
      sequence(
        [
          ["portNumber", PORT, "optional"],
          ["dataType", DATA_TYPE],
          ["multiplexParameters", choice(names("h222 h223 v76", UNKNOWN), [H2250, ["none", NULL]])],
        ],
        [],
      ),
    ],
    [
      "reverseLogicalChannelParameters",
      sequence(
        [
          ["dataType", DATA_TYPE],
          ["multiplexParameters", choice(names("h223 v76", UNKNOWN), [H2250]), "optional"],
        ],
        [],
      ),
      "optional",
    ],
  ],
  [],
);
const OPEN_ACK = sequence(
  [
    ["forwardLogicalChannelNumber", NUMBER],
    [
      "reverseLogicalChannelParameters",
      sequence(
        [
          ["reverseLogicalChannelNumber", NUMBER],
          ["portNumber", PORT, "optional"],
          ["multiplexParameters", choice(names("h222", UNKNOWN), [H2250]), "optional"],
        ],
        [],
      ),
      "optional",
    ],
  ],
  [
    ["separateStack", UNKNOWN],
    ["forwardMultiplexAckParameters", choice([["h2250LogicalChannelAckParameters", CHANNEL_ACK]], [])],
  ],
);

/** An element of fastStart (H.225.0 §7.3.1, H.323 §8.1.7). */
export const OPEN_LOGICAL_CHANNEL: PerField = ["OpenLogicalChannel", OPEN];

/** What a terminal can do need not be read to know that it says so. */
const REQUEST = choice(
  [
    ...names("nonStandard masterSlaveDetermination terminalCapabilitySet", UNKNOWN),
    ["openLogicalChannel", OPEN],
    ...names(
      `closeLogicalChannel requestChannelClose multiplexEntrySend requestMultiplexEntry requestMode
      roundTripDelayRequest maintenanceLoopRequest`,
      UNKNOWN,
    ),
  ],
  names(
    `communicationModeRequest conferenceRequest multilinkRequest logicalChannelRateRequest genericRequest`,
    UNKNOWN,
  ),
);
const RESPONSE = choice(
  [
    ...names(
      `nonStandard masterSlaveDeterminationAck masterSlaveDeterminationReject terminalCapabilitySetAck
      terminalCapabilitySetReject`,
      UNKNOWN,
    ),
    ["openLogicalChannelAck", OPEN_ACK],
    ...names(
      `openLogicalChannelReject closeLogicalChannelAck requestChannelCloseAck requestChannelCloseReject
      multiplexEntrySendAck multiplexEntrySendReject requestMultiplexEntryAck requestMultiplexEntryReject
      requestModeAck requestModeReject roundTripDelayResponse maintenanceLoopAck maintenanceLoopReject`,
      UNKNOWN,
    ),
  ],
  names(
    `communicationModeResponse conferenceResponse multilinkResponse logicalChannelRateAcknowledge
    logicalChannelRateReject genericResponse`,
    UNKNOWN,
  ),
);
const COMMAND = choice(
  names(
    `nonStandard maintenanceLoopOffCommand sendTerminalCapabilitySet encryptionCommand flowControlCommand
    endSessionCommand miscellaneousCommand`,
    UNKNOWN,
  ),
  names(
    `communicationModeCommand conferenceCommand h223MultiplexReconfiguration newATMVCCommand
    mobileMultilinkReconfigurationCommand genericCommand`,
    UNKNOWN,
  ),
);
const INDICATION = choice(
  names(
    `nonStandard functionNotUnderstood masterSlaveDeterminationRelease terminalCapabilitySetRelease
    openLogicalChannelConfirm requestChannelCloseRelease multiplexEntrySendRelease requestMultiplexEntryRelease
    requestModeRelease miscellaneousIndication jitterIndication h223SkewIndication newATMVCIndication userInput`,
    UNKNOWN,
  ),
  names(
    `h2250MaximumSkewIndication mcLocationIndication conferenceIndication vendorIdentification functionNotSupported
    multilinkIndication logicalChannelRateRelease flowControlIndication mobileMultilinkReconfigurationIndication
    genericIndication`,
    UNKNOWN,
  ),
);

export const CONTROL_MESSAGE: PerField = [
  "MultimediaSystemControlMessage",
  choice(
    [
      ["request", REQUEST],
      ["response", RESPONSE],
      ["command", COMMAND],
      ["indication", INDICATION],
    ],
    [],
  ),
];
