import {
  BOOLEAN,
  choice,
  integer,
  list,
  NULL,
  names,
  OCTETS,
  OID,
  octets,
  type PerField,
  type PerType,
  sequence,
  text,
  UNKNOWN,
} from "../../asn1/per-types.js";

// ITU-T H.225.0 annex H, as far as the addresses and what stands before them need it

const PORT = integer(0, 65535);
const GUID = octets(16);

const H221: PerType = sequence(
  [
    ["t35CountryCode", integer(0, 255)],
    ["t35Extension", integer(0, 255)],
    ["manufacturerCode", PORT],
  ],
  [],
);
const NON_STANDARD = sequence([
  [
    "nonStandardIdentifier",
    choice(
      [
        ["object", OID],
        ["h221NonStandard", H221],
      ],
      [],
    ),
  ],
  ["data", OCTETS],
]);

/** TransportAddress. */
export const ADDRESS = choice(
  [
    [
      "ipAddress",
      sequence([
        ["ip", octets(4)],
        ["port", PORT],
      ]),
    ],
    ["ipSourceRoute", UNKNOWN],
    [
      "ipxAddress",
      sequence([
        ["node", octets(6)],
        ["netnum", octets(4)],
        ["port", octets(2)],
      ]),
    ],
    [
      "ip6Address",
      sequence(
        [
          ["ip", octets(16)],
          ["port", PORT],
        ],
        [],
      ),
    ],
    ["netBios", octets(16)],
    ["nsap", octets(1, 20)],
    ["nonStandardAddress", NON_STANDARD],
  ],
  [],
);

const ALIAS = choice(
  [
    ["dialedDigits", text(4, 1, 128)],
    ["h323-ID", text(16, 1, 256)],
  ],
  [],
);
const ALIASES = list(ALIAS);

const CAPABILITIES = sequence([["nonStandardData", NON_STANDARD, "optional"]], []);
const PROTOCOLS = list(
  choice(
    [
      ["nonStandardData", NON_STANDARD],
      ...names("h310 h320 h321 h322 h323 h324 voice t120-only", CAPABILITIES),
    ],
    [],
  ),
);
const VENDOR = sequence(
  [
    ["vendor", H221],
    ["productId", octets(1, 256), "optional"],
    ["versionId", octets(1, 256), "optional"],
  ],
  [],
);
const ENDPOINT = sequence(
  [
    ["nonStandardData", NON_STANDARD, "optional"],
    ["vendor", VENDOR, "optional"],
    ["gatekeeper", CAPABILITIES, "optional"],
    [
      "gateway",
      sequence(
        [
          ["protocol", PROTOCOLS, "optional"],
          ["nonStandardData", NON_STANDARD, "optional"],
        ],
        [],
      ),
      "optional",
    ],
    ["mcu", CAPABILITIES, "optional"],
    ["terminal", CAPABILITIES, "optional"],
    ["mc", BOOLEAN],
    ["undefinedNode", BOOLEAN],
  ],
  [],
);

const FLAGS = "q932Full q951Full q952Full q953Full q955Full q956Full q957Full";
const SERVICES = sequence(
  [
    ...names(FLAGS, BOOLEAN),
    ["q954Info", sequence(names("conferenceCalling threePartyService", BOOLEAN), [])],
  ],
  [],
);

const PROTOCOL: PerField = ["protocolIdentifier", OID];
const H245: PerField = ["h245Address", ADDRESS, "optional"];
const DESTINATION: PerField = ["destinationInfo", ENDPOINT];
const FAST: PerField = ["fastStart", list(OCTETS)];
/** What comes before fastStart in most messages. */
const SECURITY = names("callIdentifier h245SecurityMode tokens cryptoTokens", UNKNOWN);

const SETUP = sequence(
  [
    PROTOCOL,
    H245,
    ["sourceAddress", ALIASES, "optional"],
    ["sourceInfo", ENDPOINT],
    ["destinationAddress", ALIASES, "optional"],
    ["destCallSignalAddress", ADDRESS, "optional"],
    ["destExtraCallInfo", ALIASES, "optional"],
    ["destExtraCRV", list(PORT), "optional"],
    ["activeMC", BOOLEAN],
    ["conferenceID", GUID],
    [
      "conferenceGoal",
      choice(
        names("create join invite"),
        names("capability-negotiation callIndependentSupplementaryService"),
      ),
    ],
    ["callServices", SERVICES, "optional"],
    ["callType", choice(names("pointToPoint oneToN nToOne nToN"), [])],
  ],
  [
    ["sourceCallSignalAddress", ADDRESS],
    ...names("remoteExtensionAddress callIdentifier h245SecurityCapability tokens cryptoTokens", UNKNOWN),
    FAST,
  ],
);
const REASON = choice(
  names(`noBandwidth gatekeeperResources unreachableDestination destinationRejection invalidRevision noPermission
    unreachableGatekeeper gatewayResources badFormatAddress adaptiveBusy inConf undefinedReason`),
  names(
    "facilityCallDeflection securityDenied calledPartyNotRegistered callerNotRegistered newConnectionNeeded",
  ),
);
const FACILITY = sequence(
  [
    PROTOCOL,
    ["alternativeAddress", ADDRESS, "optional"],
    ["alternativeAliasAddress", ALIASES, "optional"],
    ["conferenceID", GUID, "optional"],
    [
      "reason",
      choice(
        names("routeCallToGatekeeper callForwarded routeCallToMC undefinedReason"),
        names("conferenceListChoice startH245 noH245"),
      ),
    ],
  ],
  [
    ...names(
      "callIdentifier destExtraCallInfo remoteExtensionAddress tokens cryptoTokens conferences",
      UNKNOWN,
    ),
    ["h245Address", ADDRESS],
    FAST,
  ],
);
const ANSWER = sequence([PROTOCOL, DESTINATION, H245], [...SECURITY, FAST]);
const CONNECT = sequence([PROTOCOL, H245, DESTINATION, ["conferenceID", GUID]], [...SECURITY, FAST]);
const PROGRESS = sequence(
  [
    PROTOCOL,
    DESTINATION,
    H245,
    ["callIdentifier", sequence([["guid", GUID]], [])],
    ...["h245SecurityMode", "tokens", "cryptoTokens"].map((name): PerField => [name, UNKNOWN, "optional"]),
    ["fastStart", list(OCTETS), "optional"],
  ],
  [],
);

const BODY = choice(
  [
    ["setup", SETUP],
    ["callProceeding", ANSWER],
    ["connect", CONNECT],
    ["alerting", ANSWER],
    ["information", sequence([PROTOCOL], [])],
    ["releaseComplete", sequence([PROTOCOL, ["reason", REASON, "optional"]], [])],
    ["facility", FACILITY],
  ],
  [
    ["progress", PROGRESS],
    ["empty", NULL],
    ...names("status statusInquiry setupAcknowledge notify", UNKNOWN),
  ],
);

/** H323-UserInformation: what Q.931's user-user element holds. */
export const USER_INFORMATION: PerField = [
  "H323-UserInformation",
  sequence(
    [
      [
        "h323-uu-pdu",
        sequence(
          [
            ["h323-message-body", BODY],
            ["nonStandardData", NON_STANDARD, "optional"],
          ],
          [
            ["h4501SupplementaryService", UNKNOWN],
            ["h245Tunnelling", BOOLEAN],
            ["h245Control", list(OCTETS)],
          ],
        ),
      ],
      ["user-data", UNKNOWN, "optional"],
    ],
    [],
  ),
];

/** RasMessage: only which of them it is. */
export const RAS: PerField = [
  "RasMessage",
  choice(
    names(
      `gatekeeperRequest gatekeeperConfirm gatekeeperReject registrationRequest registrationConfirm registrationReject
      unregistrationRequest unregistrationConfirm unregistrationReject admissionRequest admissionConfirm
      admissionReject bandwidthRequest bandwidthConfirm bandwidthReject disengageRequest disengageConfirm
      disengageReject locationRequest locationConfirm locationReject infoRequest infoRequestResponse
      nonStandardMessage unknownMessageResponse`,
      UNKNOWN,
    ),
    names(
      `requestInProgress resourcesAvailableIndicate resourcesAvailableConfirm infoRequestAck infoRequestNak
      serviceControlIndication serviceControlResponse admissionConfirmSequence`,
      UNKNOWN,
    ),
  ),
];
