/**
 * Runs one question at a time. Of those that come meanwhile only the newest is asked, and the answer to a question that
 * is no longer the newest is dropped.
 */
export function latest<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  done: (answer: Answer, question: Question) => void,
  failed: (error: unknown) => void,
): (question: Question) => void {
  let asking = false;
  let next: { question: Question } | undefined;

  const run = async (question: Question): Promise<void> => {
    asking = true;
    try {
      const answer = await ask(question);
      if (!next) done(answer, question);
    } catch (error) {
      if (!next) failed(error);
    }
    asking = false;
    const following = next;
    next = undefined;
    if (following) void run(following.question);
  };

  return (question) => {
    if (asking) next = { question };
    else void run(question);
  };
}
