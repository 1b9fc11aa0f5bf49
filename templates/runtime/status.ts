/** The statuses that an answer can have, and their ranges as the specification writes them: `2XX` is any of 200 to 299. */

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type Range<First extends number> = `${First}${Digit}${Digit}` extends infer Text
  ? Text extends `${infer Code extends number}`
    ? Code
    : never
  : never;

export type Status1XX = Range<1>;
export type Status2XX = Range<2>;
export type Status3XX = Range<3>;
export type Status4XX = Range<4>;
export type Status5XX = Range<5>;
/** What `default` stands for, before the statuses with a key of their own are taken away by `Exclude`. */
export type StatusCode = Status1XX | Status2XX | Status3XX | Status4XX | Status5XX;
