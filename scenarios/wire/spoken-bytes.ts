/** A number of bytes as people say it: `20 MB`, `1.5 MB`, `700 bytes`. */
export function spokenBytes(bytes: number): string {
  if (bytes < 10_000) return `${bytes} bytes`;
  const megabytes = bytes / 1e6;
  return `${megabytes >= 10 ? Math.ceil(megabytes) : Math.ceil(megabytes * 100) / 100} MB`;
}
