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

const here = process.cwd();
const wasi = new WASI({
  version: "preview1",
  args: ["lazuli", ...process.argv.slice(2)],
  env: { ...process.env, PWD: here.slice(parse(here).root.length - 1).replaceAll("\\", "/"), COLUMNS: process.env.COLUMNS ?? String(process.stdout.columns ?? "") },
  // The command reads what it is told to, as every command does.
  preopens: { "/": parse(here).root },
  returnOnExit: true,
});
const module = await WebAssembly.compile(await readFile(new URL("./lazuli_command.wasm", import.meta.url)));
const instance = await WebAssembly.instantiate(module, wasi.getImportObject() as WebAssembly.Imports);
process.exitCode = wasi.start(instance);
