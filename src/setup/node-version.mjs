/** Whether this Node is young enough; otherwise says so and sets the exit status. Old Nodes must be able to read this. */
export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return true;
  const french = /^fr/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "");
  process.stderr.write(
    french
      ? `voiplab : Node ${process.versions.node} trouvé, 20.19 ou plus récent attendu ; voyez https://nodejs.org\n`
      : `voiplab: found Node ${process.versions.node}, expected 20.19 or newer; see https://nodejs.org\n`,
  );
  process.exitCode = 2;
  return false;
}
