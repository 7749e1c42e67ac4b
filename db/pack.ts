/** A text goes in as UTF-8. */
const through = async (input: string | Uint8Array<ArrayBuffer>, change: CompressionStream | DecompressionStream) =>
  new Uint8Array(await new Response(new Blob([input]).stream().pipeThrough(change)).arrayBuffer());

const PIECE = 0x8000;

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    binary += String.fromCharCode(...bytes.subarray(at, Math.min(at + PIECE, bytes.length)));
  return btoa(binary);
}

/**
 * A text as gzip in base64. Scenarios and plans shrink to about a seventh. Not a blob: without Node's Buffer, as in a Worker, the
 * mapper of rows reads blobs as text and spoils them.
 */
export const pack = async (text: string): Promise<string> =>
  base64Of(await through(text, new CompressionStream('gzip')));

/** The text that was packed; throws where it is damaged (gzip carries a checksum). */
export const unpack = async (packed: string): Promise<string> =>
  new TextDecoder().decode(
    await through(
      Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0)),
      new DecompressionStream('gzip'),
    ),
  );
