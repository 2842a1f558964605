#!/usr/bin/env node
import { readFile } from "node:fs/promises";
import { parse } from "node:path";
import process from "node:process";

// That it is experimental in Node is nothing that whoever checks files can do anything about.
const emitWarning = process.emitWarning.bind(process) as (...given: unknown[]) => void;
process.emitWarning = (...given: unknown[]) => {
  if (given[1] !== "ExperimentalWarning") {
    emitWarning(...given);
  }
};
const { WASI } = await import("node:wasi");

/** The exit code of a command that could not do its job. */
const FAILED = 2;

/** A path as WASI has it, where a drive has no letter. */
const slashed = (path: string): string =>
  process.platform === "win32" ? path.replace(/^[A-Za-z]:(?=[\\/])/, "").replaceAll("\\", "/") : path;

try {
  const here = process.cwd();
  const { root } = parse(here);
  const wasi = new WASI({
    version: "preview1",
    args: ["lazuli", ...process.argv.slice(2).map(slashed)],
    env: { ...process.env, PWD: slashed(here), COLUMNS: process.env.COLUMNS ?? String(process.stdout.columns ?? "") },
    // The command reads what it is told to, as every command does.
    preopens: { "/": root },
    returnOnExit: true,
  });
  const module = await WebAssembly.compile(await readFile(new URL("./lazuli_command.wasm", import.meta.url)));
  const instance = await WebAssembly.instantiate(module, wasi.getImportObject() as WebAssembly.Imports);
  process.exitCode = wasi.start(instance);
} catch (error) {
  process.stderr.write(`lazuli: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = FAILED;
}
