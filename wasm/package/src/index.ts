export type * from "./bindings/lazuli.js";
export { LazuliError, type ErrorKind } from "./error.js";
export { load, type Linter } from "./linter.js";
