#!/usr/bin/env node
// Stands for JupyterLab where there is none: what `voiplab lab` asks of it, and a kernel that must not outlive it.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";

if (process.argv.includes("--version")) {
  console.log("4.9.9");
  process.exit(0);
}
const option = (name) => process.argv.find((word) => word.startsWith(`--${name}=`))?.split("=")[1];
const kernel = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
const told = {
  kernel: kernel.pid,
  folder: option("ServerApp.root_dir"),
  defaultKernel: option("MultiKernelManager.default_kernel_name"),
  jupyterPath: process.env.JUPYTER_PATH,
};
writeFileSync(process.env.FAKE_JUPYTER_REPORT, JSON.stringify(told));

createServer((request, response) => {
  if (request.headers.authorization !== `token ${process.env.JUPYTER_TOKEN}`) {
    response.writeHead(403).end();
    return;
  }
  response.end();
  // With FAKE_JUPYTER_STUBBORN it does not leave when asked, and has to be ended.
  if (request.method !== "POST" || request.url !== "/api/shutdown" || process.env.FAKE_JUPYTER_STUBBORN)
    return;
  kernel.kill();
  process.exit(0);
}).listen(Number(option("ServerApp.port")), option("ServerApp.ip"));
