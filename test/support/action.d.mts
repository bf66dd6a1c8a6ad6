export function runAction(
  file: string,
  options: { cwd: string; inputs?: Record<string, string>; env?: Record<string, string> },
): { code: number; output: string; summary: string };
