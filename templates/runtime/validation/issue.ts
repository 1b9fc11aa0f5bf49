/** One fault of a value. Plain data, and never a part of the value itself: issues can be logged. */
export interface Issue {
  /** English, for a developer: `expected string, received number`. */
  message: string;
  /** Keys and indexes from the value that was validated down to the fault. A missing member is named by the path that it would have. */
  path: (string | number)[];
  /** The same as a JSON Pointer (RFC 6901): `/users/0/email`; empty for the value itself. */
  pointer: string;
  /** The keyword of JSON Schema that failed: `type`, `required`, `oneOf`; `discriminator`; or `depth` and `access` for a value that can't be read to its end. */
  keyword: string;
  /** Where that keyword stands, from the named schema through references: `/properties/user/$ref/required`. */
  schemaPath: string;
  /** What would have passed, in a few words. */
  expected: string;
  /** The type of what was there: `null`, `array`, `object`, `string`, `number`, …; `nothing` for a missing member. Never the value. */
  received: string;
}
