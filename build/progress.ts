/**
 * Says that something long has begun, and on a terminal keeps the line up to date until it is over.
 * @returns the function that ends it
 */
export function startProgress(title: string, detail: () => string = () => ''): () => void {
  const { stderr } = process;
  if (!stderr.isTTY) {
    stderr.write(`${title}\n`);
    return () => undefined;
  }
  const startedAt = Date.now();
  const draw = () => {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    stderr.write(`\r\u001b[K${title} ${detail()} ${seconds} s`);
  };
  draw();
  const timer = setInterval(draw, 500);
  return () => {
    clearInterval(timer);
    stderr.write('\r\u001b[K');
  };
}
