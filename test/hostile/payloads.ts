/** What a document may say to become code, or to break it: each sets a global where it is run. */

/** Set by every payload that runs. Nothing else has the name. */
export const MARKER = 'specwrightPwned';
const RUN = `globalThis.${MARKER}=1`;

/** Free text, by what it tries. */
export const payloads: Readonly<Record<string, string>> = {
  'single quote': `';${RUN};'`,
  'double quote': `";${RUN};"`,
  backtick: `\`;${RUN};\``,
  'backslash and quote': `\\';${RUN};\\";${RUN};//`,
  'backslash at the end': `${RUN}\\`,
  'template hole': `\${${RUN}}`,
  'end of a comment': `*/${RUN};/*`,
  'end of a comment that is put together': `**//*/*/ ${RUN};/**/ *\u200b/ *\\/`,
  'line comment': `//${RUN}\n${RUN}//`,
  'carriage return': `\r${RUN}\r\n${RUN}`,
  'line separators': `\u2028${RUN}\u2029${RUN}`,
  'end of a script': `</script><script>${RUN}</script><!--${RUN}`,
  handlebars: `{{${RUN}}}{{{${RUN}}}}{{#with "s"}}{{/with}}`,
  'lone surrogates': `\ud800${RUN}\udc00`,
  'end of an expression': `);${RUN};(]};${RUN};{[`,
  'annotation of a comment': `@ts-ignore\n@internal\n# sourceMappingURL=${RUN}\n/// <reference path="${RUN}" />`,
  'control characters': `\u0000\u0007\u001b[2J\u007f\u0085\ufeff${RUN}`,
};

/** Everything at once, for places that are tried one at a time. */
export const everything = `*/'"\`\\';${RUN};//\n\${${RUN}}\u2028</script>{{${RUN}}}\ud800`;

/** Text of the same grammar that means no harm, as no identifier may be spelt: so it is quoted where the others are. */
export const harmless = 'plain words';
