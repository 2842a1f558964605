/** What is to blame: the text of a `lazuli.toml`, a swagger file, what the caller gave otherwise, or lazuli itself. */
export type ErrorKind = "config" | "schema" | "input" | "crash";

/** Why a question has no answer. */
export class LazuliError extends Error {
  override readonly name = "LazuliError";

  constructor(
    readonly kind: ErrorKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
