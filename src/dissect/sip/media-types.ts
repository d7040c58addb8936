/** Bodies of SIP messages that Wireshark 4.0 labels `XML`, as seen with TShark 4.0.17. */
const XML = new Set(
  `text/xml application/xml application/xml-dtd application/3gpp-ims+xml application/auth-policy+xml
  application/ccmp+xml application/conference-info+xml application/cpl+xml application/im-iscomposing+xml
  application/load-control+xml application/media_control+xml application/note+xml application/pidf+xml
  application/pidf-diff+xml application/poc-settings+xml application/reginfo+xml application/resource-lists+xml
  application/rlmi+xml application/rls-services+xml application/rs-metadata+xml application/simple-filter+xml
  application/simple-message-summary+xml application/simservs+xml application/soap+xml
  application/vnd.3gpp.access-transfer-events+xml application/vnd.3gpp.bsf+xml
  application/vnd.3gpp.comm-div-info+xml application/vnd.3gpp.cw+xml application/vnd.3gpp.iut+xml
  application/vnd.3gpp.mcptt-info+xml application/vnd.3gpp.mcptt-location-info+xml
  application/vnd.3gpp.mid-call+xml application/vnd.3gpp.replication+xml application/vnd.3gpp.sms+xml
  application/vnd.3gpp.srvcc-ext+xml application/vnd.3gpp.srvcc-info+xml
  application/vnd.3gpp.state-and-event-info+xml application/vnd.3gpp.ussd+xml application/vnd.etsi.aoc+xml
  application/vnd.etsi.cug+xml application/vnd.etsi.mcid+xml application/vnd.etsi.pstn+xml
  application/vnd.etsi.sci+xml application/vnd.etsi.simservs+xml application/vnd.oma.poc.groups+xml
  application/vnd.oma.suppnot+xml application/vnd.oma.xcap-directory+xml application/vnd.oma.xdcp+xml
  application/watcherinfo+xml application/xcap-att+xml application/xcap-caps+xml application/xcap-diff+xml
  application/xcap-el+xml application/xcap-error+xml application/xcap-ns+xml application/xpidf+xml
  image/svg+xml message/imdn+xml`.split(/\s+/),
);

/** Those that its line-based text dissector names in the Info column. */
const TEXT = new Set(
  `text/plain text/html text/css text/javascript text/enriched text/richtext text/parameters
  application/x-javascript application/vnd.poc.refer-to application/vnd.drm.message`.split(/\s+/),
);

const JSON_TYPES = new Set([
  "application/json",
  "application/json-rpc",
  "application/jsonrequest",
  "application/problem+json",
]);

/** What Wireshark has for a body of that type, as far as this shows in its packet list. */
export function dissectorOf(
  contentType: string,
): "sdp" | "sip" | "sipfrag" | "xml" | "presence" | "json" | "text" | undefined {
  switch (contentType) {
    case "application/sdp":
      return "sdp";
    case "message/sip":
      return "sip";
    case "message/sipfrag":
      return "sipfrag";
    case "application/cpim-pidf+xml":
      return "presence";
  }
  if (XML.has(contentType)) return "xml";
  if (JSON_TYPES.has(contentType)) return "json";
  return TEXT.has(contentType) ? "text" : undefined;
}
