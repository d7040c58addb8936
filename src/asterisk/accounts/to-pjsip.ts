import type { Account } from "./model.js";
import { setting } from "./settings.js";

/** Settings of chan_sip that have one counterpart on an endpoint, and how values change. */
const ENDPOINT: readonly [sip: string, pjsip: string, values?: Record<string, string>][] = [
  ["dtmfmode", "dtmf_mode", { rfc2833: "rfc4733" }],
  ["directmedia", "direct_media"],
  ["language", "language"],
  ["callgroup", "call_group"],
  ["pickupgroup", "pickup_group"],
  ["fromuser", "from_user"],
  ["fromdomain", "from_domain"],
];

/**
 * The same accounts as `pjsip.conf` has them (docs.asterisk.org, "Migrating from chan_sip to res_pjsip"), over UDP:
 * what the model knows, and the settings that have one counterpart there. `Dial(SIP/user1)` becomes
 * `Dial(PJSIP/user1)`.
 */
export function toPjsip(accounts: readonly Account[]): string {
  const transport = section("transport-udp", [
    ["type", "transport"],
    ["protocol", "udp"],
    ["bind", "0.0.0.0:5060"],
  ]);
  return [transport, ...accounts.map(objects)].join("\n");
}

function objects(account: Account): string {
  const { name, username, secret, host, context = "default", mailboxes, codecs } = account;
  const dynamic = host === undefined || host.toLowerCase() === "dynamic";
  const translated = ENDPOINT.flatMap(([sip, pjsip, values]): Line[] => {
    const value = setting(account.settings, sip);
    return value === undefined ? [] : [[pjsip, values?.[value.toLowerCase()] ?? value]];
  });
  const endpoint = section(name, [
    ["type", "endpoint"],
    ["transport", "transport-udp"],
    ["context", context],
    ["disallow", codecs.length > 0 ? "all" : undefined],
    ["allow", codecs.join(",")],
    ["callerid", callerText(account)],
    ["mailboxes", mailboxes.join(",")],
    ["auth", secret === undefined ? undefined : name],
    ["aors", name],
    ...translated,
  ]);
  const auth = section(name, [
    ["type", "auth"],
    ["auth_type", "userpass"],
    ["username", username],
    ["password", secret],
  ]);
  const aor = section(name, [
    ["type", "aor"],
    dynamic ? ["max_contacts", "1"] : ["contact", host.startsWith("sip:") ? host : `sip:${host}`],
  ]);
  return [endpoint, ...(secret === undefined ? [] : [auth]), aor].join("\n");
}

function callerText({ callerName, callerNumber }: Account): string | undefined {
  if (callerNumber === undefined) return callerName;
  return callerName === undefined ? `<${callerNumber}>` : `${callerName} <${callerNumber}>`;
}

type Line = [name: string, value: string | undefined];

/** Without the lines that have no value. A semicolon would begin a comment. */
function section(name: string, lines: readonly Line[]): string {
  const said = lines.filter(([, value]) => value !== undefined && value !== "");
  return [`[${name}]`, ...said.map(([key, value]) => `${key}=${value!.replaceAll(";", "\\;")}`), ""].join(
    "\n",
  );
}
