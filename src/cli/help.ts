/** What `--help` shows below the options: examples, which teach more than a list of flags. */

export const overview = `
Examples:
  $ specwright generate openapi.yaml --out src/api     write the client
  $ specwright generate                                the same from specwright.config.*
  $ specwright check                                   in CI: is what is committed up to date?
  $ specwright diff main:openapi.yaml openapi.yaml     what does the change break?

Exit codes:
  0  done
  1  a denied diagnostic, a stale output, a breaking change
  2  wrong arguments or config, or an output folder that cannot be used
  3  the document cannot be read or used
  4  a fault of specwright
`;

export const generateExamples = `
Examples:
  $ specwright generate openapi.yaml
  $ specwright generate https://api.example.com/openapi.json --out src/api
  $ curl -s https://api.example.com/openapi.json | specwright generate - --out src/api
  $ specwright generate --deny warning                 fail on every warning
  $ specwright generate --format sarif > report.sarif  for code scanning
  $ specwright generate --watch
`;

export const checkExamples = `
Examples:
  $ specwright check                                   every document of the config
  $ specwright check openapi.yaml --out src/api
  $ specwright check --format github                   annotations in a GitHub workflow
`;

export const diffExamples = `
Examples:
  $ specwright diff old.yaml new.yaml
  $ specwright diff origin/main:spec/api.yaml spec/api.yaml
  $ specwright diff HEAD~1:spec/api.yaml spec/api.yaml --format markdown
  $ specwright diff old.yaml new.yaml --fail-on wire   break the build for deployed callers alone
  $ specwright diff old.yaml new.yaml --format html > changes.html
  $ specwright diff old.yaml new.yaml --consumer tsconfig.json --out src/api
`;

export const completionExamples = `
Examples:
  $ source <(specwright completion bash)               in ~/.bashrc
  $ source <(specwright completion zsh)                in ~/.zshrc, after compinit
  $ specwright completion fish > ~/.config/fish/completions/specwright.fish
`;
