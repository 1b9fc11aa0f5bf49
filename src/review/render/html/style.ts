export const style = `
:root { color-scheme: light dark; --line: light-dark(#d0d7de, #3d444d); --quiet: light-dark(#57606a, #9198a1);
  --breaking: light-dark(#b3261e, #ff8a80); --warning: light-dark(#8a5a00, #ffc155); --safe: light-dark(#1a6b34, #6fd08c);
  --ground: light-dark(#ffffff, #0d1117); --raised: light-dark(#f6f8fa, #161b22); --text: light-dark(#1f2328, #e6edf3); }
* { box-sizing: border-box; }
/* What has the focus is not hidden by the header that stays. */
html { scroll-padding-top: 14rem; }
body { margin: 0 auto; max-width: 72rem; padding: 0 1rem 4rem; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; }
header { position: sticky; top: 0; z-index: 1; background: var(--ground); border-bottom: 1px solid var(--line); padding: .5rem 0; }
h1 { font-size: 1.3rem; margin: .25rem 0; }
.verdict { margin: .25rem 0 .75rem; font-weight: 600; }
.note { color: var(--warning); margin: .25rem 0; }
form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; }
fieldset { border: 1px solid var(--line); border-radius: .375rem; padding: 0 .75rem .25rem; display: flex; gap: .75rem; }
legend { color: var(--quiet); font-size: .8rem; padding: 0 .25rem; }
.search { flex: 1 1 14rem; }
.search input { width: 100%; font: inherit; padding: .375rem .5rem; border: 1px solid var(--line); border-radius: .375rem;
  background: var(--raised); color: inherit; }
.keys, #count { color: var(--quiet); font-size: .85rem; margin: .375rem 0 0; }
kbd { border: 1px solid var(--line); border-radius: .25rem; padding: 0 .3rem; background: var(--raised); }
.change { border: 1px solid var(--line); border-left: .3rem solid var(--edge); border-radius: .375rem; margin: .5rem 0; background: var(--raised); }
.breaking { --edge: var(--breaking); } .warning { --edge: var(--warning); } .safe { --edge: var(--safe); }
summary { padding: .5rem .75rem; cursor: pointer; overflow-wrap: anywhere; }
summary:focus-visible, input:focus-visible, pre:focus-visible { outline: .15rem solid light-dark(#0969da, #4493f8); outline-offset: .1rem; }
.level { color: var(--edge); font-weight: 600; display: inline-block; min-width: 4.5rem; }
.where { font-family: ui-monospace, monospace; font-size: .9rem; margin-right: .5rem; }
.body { padding: 0 1rem .75rem; overflow-wrap: anywhere; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; }
@media (max-width: 40rem) { .sides { grid-template-columns: 1fr; } header { position: static; } html { scroll-padding-top: 0; } }
figure { margin: 0; min-width: 0; }
figcaption { color: var(--quiet); font-size: .8rem; }
pre { margin: .25rem 0; padding: .5rem .75rem; white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); border-radius: .375rem;
  background: var(--ground); font: .9rem/1.4 ui-monospace, monospace; max-height: 20rem; overflow: auto; }
code { font: .9rem ui-monospace, monospace; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .125rem .75rem; margin: .5rem 0 0; color: var(--quiet); font-size: .9rem; }
dd { margin: 0; }
[hidden] { display: none; }
`;
