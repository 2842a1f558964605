/** Jobs that are done one after the other. One that fails does not keep the next from being done. */
export class OneByOne {
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly failed: (error: unknown) => void) {}

  /** When the job is done, or failed. */
  add(job: () => Promise<void>): Promise<void> {
    this.last = this.last.then(job).catch(this.failed);
    return this.last;
  }
}
