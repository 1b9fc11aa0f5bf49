export const isSlow = (_source: string): boolean => false;
