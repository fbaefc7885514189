import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, type IGrammar, type IToken, parseRawGrammar, Registry, type StateStack } from 'vscode-textmate';

const ROOT = join(__dirname, '..', '..', '..');
const SYNTAXES: Readonly<Record<string, string>> = {
  'source.redis-conf': 'redis-conf.tmLanguage.json',
  'source.redis-sentinel-conf': 'redis-sentinel-conf.tmLanguage.json',
  'source.redis-acl': 'redis-acl.tmLanguage.json',
};

/**
 * Fixtures: a line that starts with `> ` is tokenised; the lines below it say what the marked columns must carry, all
 * of the scopes after the carets (a scope covers what starts with it). `!scope` must not be there.
 */
interface Fixture {
  readonly title: string;
  readonly scope: string;
  readonly text: string;
}

const FIXTURES: readonly Fixture[] = [
  {
    title: 'directives and plain values',
    scope: 'source.redis-conf',
    text: String.raw`
> port 6379
  ^^^^ keyword.other.directive.redis-conf
       ^^^^ constant.numeric.redis-conf
>   TIMEOUT 0
  ^^ !keyword
    ^^^^^^^ keyword.other.directive.redis-conf
            ^ constant.numeric.redis-conf
> slowlog-log-slower-than -1
  ^^^^^^^^^^^^^^^^^^^^^^^ keyword.other.directive.redis-conf
                          ^^ constant.numeric.redis-conf
> appendonly yes
             ^^^ constant.language.boolean.redis-conf
> appendonly YES
             ^^^ constant.language.boolean.redis-conf
> appendonly yesterday
             ^^^^^^^^^ string.unquoted.redis-conf !constant
> dbfilename 2024dump.rdb
             ^^^^^^^^^^^^ string.unquoted.redis-conf !constant
> maxmemory-policy allkeys-lru
                   ^^^^^^^^^^^ support.constant.enum.redis-conf
> no-such-directive 1
  ^^^^^^^^^^^^^^^^^ keyword.other.directive.redis-conf !invalid
> search.timeout 500
  ^^^^^^^^^^^^^^ keyword.other.directive.module.redis-conf
                 ^^^ constant.numeric.redis-conf
> "port" 6379
   ^^^^ keyword.other.directive.redis-conf
         ^^^^ constant.numeric.redis-conf
> timeout=5
  ^^^^^^^^^ !keyword
> timeout = 5
  ^^^^^^^ keyword.other.directive.redis-conf
`,
  },
  {
    title: 'numbers with units',
    scope: 'source.redis-conf',
    text: String.raw`
> maxmemory 2gb
            ^ constant.numeric.redis-conf !keyword.other.unit
             ^^ keyword.other.unit.redis-conf !constant
> maxmemory 512MB
            ^^^ constant.numeric.redis-conf
               ^^ keyword.other.unit.redis-conf
> maxmemory-clients 5%
                    ^ constant.numeric.redis-conf
                     ^ keyword.other.unit.redis-conf
> maxmemory 2gib
            ^^^^ string.unquoted.redis-conf !constant
> client-output-buffer-limit replica 256mb 64mb 60
                             ^^^^^^^ support.constant.enum.redis-conf
                                     ^^^ constant.numeric.redis-conf
                                        ^^ keyword.other.unit.redis-conf
                                                ^^ constant.numeric.redis-conf
> latency-tracking-info-percentiles 50 99.9
                                       ^^^^ constant.numeric.redis-conf
> save 3600 1 300 100
       ^^^^ constant.numeric.redis-conf
            ^ constant.numeric.redis-conf
`,
  },
  {
    title: 'addresses',
    scope: 'source.redis-conf',
    text: String.raw`
> bind 127.0.0.1 -::1 * -::* fe80::1
       ^^^^^^^^^ constant.other.address.redis-conf
                 ^^^^ constant.other.address.redis-conf
                      ^ constant.other.address.redis-conf
                        ^^^^ constant.other.address.redis-conf
                             ^^^^^^^ constant.other.address.redis-conf
> replicaof redis-1.example.com 6379
            ^^^^^^^^^^^^^^^^^^^ string.unquoted.redis-conf
                                ^^^^ constant.numeric.redis-conf
`,
  },
  {
    title: 'quotes and escapes',
    scope: 'source.redis-conf',
    text: String.raw`
> logfile "/var/log/redis \x41\n\q"
          ^ punctuation.definition.string.begin.redis-conf
           ^^^^^^^^^^^^^^ string.quoted.double.redis-conf
                          ^^^^ constant.character.escape.redis-conf
                              ^^ constant.character.escape.redis-conf
                                ^^ constant.character.escape.redis-conf
                                  ^ punctuation.definition.string.end.redis-conf
> logfile 'a\'b\n'
           ^ string.quoted.single.redis-conf
            ^^ constant.character.escape.redis-conf
               ^^ string.quoted.single.redis-conf !constant
> logfile "yes 5mb"
           ^^^^^^^ string.quoted.double.redis-conf !constant
> dir ab"c d"
      ^^ string.unquoted.redis-conf
        ^^^^^ string.quoted.double.redis-conf
> save ""
       ^^ string.quoted.double.redis-conf
> proc-title-template "{title} {listen-addr}"
                       ^^^^^^^ constant.other.placeholder.redis-conf
> logfile "never closed
           ^^^^^^^^^^^^ string.quoted.double.redis-conf
> port 7000
  ^^^^ keyword.other.directive.redis-conf !string
> logfile it's
          ^^ string.unquoted.redis-conf
            ^^ string.quoted.single.redis-conf
> port 7001
  ^^^^ keyword.other.directive.redis-conf !string
`,
  },
  {
    title: 'comments are only what starts a line',
    scope: 'source.redis-conf',
    text: String.raw`
> # maxmemory <bytes>
  ^ punctuation.definition.comment.redis-conf
  ^^^^^^^^^^^^^^^^^^^ comment.line.number-sign.redis-conf
    ^^^^^^^^^ !keyword
>   # indented
    ^^^^^^^^^^ comment.line.number-sign.redis-conf
> timeout 300 # seconds
              ^^^^^^^^^ !comment
              ^ string.unquoted.redis-conf
> ################################## NETWORK #####################################
  ^^^ comment.line.number-sign.banner.redis-conf punctuation.definition.comment.redis-conf
                                     ^^^^^^^ markup.heading.section.redis-conf
                                             ^^^ punctuation.definition.comment.redis-conf
> ### TLS/SSL and more ###
      ^^^^^^^^^^^^^^^^ markup.heading.section.redis-conf
> ##########################
  ^^^^^^^^^^^^^^^^^^^^^^^^^^ comment.line.number-sign.redis-conf !markup
> # region Persistence
    ^^^^^^ keyword.other.region.redis-conf
> # endregion
    ^^^^^^^^^ keyword.other.region.redis-conf
> # regional settings
    ^^^^^^^^ !keyword
> # Generated by CONFIG REWRITE
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ comment.line.number-sign.generated.redis-conf
> save 3600 1
  ^^^^ keyword.other.directive.redis-conf !comment
`,
  },
  {
    title: 'pragmas',
    scope: 'source.redis-conf',
    text: String.raw`
> # redis-environments: target=redis@7.0 ignore=rule-a,rule-b
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ comment.line.number-sign.pragma.redis-conf
    ^^^^^^^^^^^^^^^^^^ keyword.control.pragma.redis-conf
                        ^^^^^^ variable.parameter.pragma.redis-conf
                              ^ keyword.operator.assignment.pragma.redis-conf
                               ^^^^^^^^^ string.unquoted.pragma.redis-conf
                                         ^^^^^^ variable.parameter.pragma.redis-conf
                                                ^^^^^^^^^^^^^ string.unquoted.pragma.redis-conf
> #redis-environments:ignore-file
                      ^^^^^^^^^^^ variable.parameter.pragma.redis-conf
> # see redis-environments: target=redis@7.0
        ^^^^^^^^^^^^^^^^^^ !keyword
`,
  },
  {
    title: 'secrets',
    scope: 'source.redis-conf',
    text: String.raw`
> requirepass 12345
              ^^^^^ string.unquoted.secret.redis-conf !constant
> masterauth yes
             ^^^ string.unquoted.secret.redis-conf !constant
> RequirePass "a b"
  ^^^^^^^^^^^ keyword.other.directive.redis-conf
              ^^^^^ string.quoted.double.redis-conf
> rename-command CONFIG ""
                 ^^^^^^ support.function.command.redis-conf
                        ^^ string.quoted.double.redis-conf
`,
  },
  {
    title: 'user lines in redis.conf',
    scope: 'source.redis-conf',
    text: String.raw`
> user app on >pw-123 ~app:* &news:? -@all +@read +config|get -flushall
  ^^^^ keyword.other.directive.redis-conf
       ^^^ entity.name.type.user.redis-conf
           ^^ constant.language.state.redis-acl
              ^ keyword.operator.password.redis-acl
               ^^^^^^ string.unquoted.password.redis-acl !constant
                      ^ keyword.operator.key.redis-acl
                       ^^^^ string.unquoted.key-pattern.redis-acl
                           ^ keyword.operator.glob.redis-acl
                             ^ keyword.operator.channel.redis-acl
                              ^^^^^ string.unquoted.channel-pattern.redis-acl
                                     ^ keyword.operator.deny.redis-acl
                                      ^ punctuation.definition.category.redis-acl
                                       ^^^ support.type.category.redis-acl
                                           ^ keyword.operator.allow.redis-acl
                                                  ^ keyword.operator.allow.redis-acl
                                                   ^^^^^^ support.function.command.redis-acl
                                                         ^ punctuation.separator.subcommand.redis-acl
                                                          ^^^ support.function.subcommand.redis-acl
                                                              ^ keyword.operator.deny.redis-acl
> user alice on ">p w" "~a b"
                ^^^^^^ string.quoted.double.redis-conf
                       ^^^^^^ string.quoted.double.redis-conf
> userland 5
  ^^^^^^^^ keyword.other.directive.redis-conf
           ^ constant.numeric.redis-conf
`,
  },
  {
    title: 'templates',
    scope: 'source.redis-conf',
    text: String.raw`
> port {{ redis_port | default(6379) }}
       ^^ punctuation.section.embedded.begin.redis-conf
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ meta.embedded.template.redis-conf
          ^^^^^^^^^^ variable.other.template.redis-conf
                     ^ keyword.operator.template.redis-conf
                               ^^^^ constant.numeric.template.redis-conf
                                     ^^ punctuation.section.embedded.end.redis-conf
> maxmemory {{ size_mb }}mb
            ^^^^^^^^^^^^^ meta.embedded.template.redis-conf
                         ^^ keyword.other.unit.redis-conf
> {% if redis_password is defined %}
  ^^ punctuation.section.embedded.begin.redis-conf
     ^^ keyword.control.template.redis-conf
> requirepass "{{ redis_password | default("x") }}"
              ^ string.quoted.double.redis-conf
               ^^ punctuation.section.embedded.begin.redis-conf
                                           ^^^ string.quoted.template.redis-conf
                                                  ^ punctuation.definition.string.end.redis-conf
> {%- endif -%}
      ^^^^^ keyword.control.template.redis-conf
            ^^^ punctuation.section.embedded.end.redis-conf
> {% if tls %}tls-port 6380{% endif %}
              ^^^^^^^^ keyword.other.directive.redis-conf
> bind <%= @bind %> 127.0.0.1
       ^^^ punctuation.section.embedded.begin.redis-conf
           ^^^^^ variable.other.template.redis-conf
                 ^^ punctuation.section.embedded.end.redis-conf
                    ^^^^^^^^^ constant.other.address.redis-conf
> {{- with .Values.redis }}
      ^^^^ keyword.control.template.redis-conf
           ^^^^^^^ variable.other.template.redis-conf
> # {{ ansible_managed }}
    ^^ comment.line.number-sign.redis-conf punctuation.section.embedded.begin.redis-conf
> {# one line #}
  ^^^^^^^^^^^^^^ comment.block.template.redis-conf
> {# two
  ^^^^^^ comment.block.template.redis-conf
> port 1 #}
  ^^^^^^^^^ comment.block.template.redis-conf
> port 6379
  ^^^^ keyword.other.directive.redis-conf !comment
> logfile {{ never closed
             ^^^^^ meta.embedded.template.redis-conf
> port 6380
  ^^^^ keyword.other.directive.redis-conf !meta.embedded
> user {{ name }} on >{{ password }} ~app:{{ tenant }}:*
       ^^ punctuation.section.embedded.begin.redis-conf
                      ^^ punctuation.section.embedded.begin.redis-conf
                         ^^^^^^^^ string.unquoted.password.redis-acl variable.other.template.redis-conf
                                     ^ keyword.operator.key.redis-acl
                                             ^^^^^^ variable.other.template.redis-conf
                                                       ^ keyword.operator.glob.redis-acl
`,
  },
  {
    title: 'sentinel lines',
    scope: 'source.redis-sentinel-conf',
    text: String.raw`
> sentinel monitor mymaster 10.0.0.11 6379 2
  ^^^^^^^^ keyword.other.directive.redis-conf
           ^^^^^^^ keyword.other.directive.sentinel.redis-sentinel-conf
                   ^^^^^^^^ entity.name.type.master.redis-sentinel-conf
                            ^^^^^^^^^ constant.other.address.redis-conf
                                      ^^^^ constant.numeric.redis-conf
                                           ^ constant.numeric.redis-conf
> SENTINEL Auth-Pass mymaster 12345
           ^^^^^^^^^ keyword.other.directive.sentinel.redis-sentinel-conf
                     ^^^^^^^^ entity.name.type.master.redis-sentinel-conf
                              ^^^^^ string.unquoted.secret.redis-sentinel-conf !constant
> sentinel sentinel-pass 12345
                         ^^^^^ string.unquoted.secret.redis-sentinel-conf !constant
> sentinel resolve-hostnames yes
                             ^^^ constant.language.boolean.redis-conf
> sentinel monitor {{ master }} {{ address }} 6379 2
                   ^^ punctuation.section.embedded.begin.redis-conf
                                              ^^^^ constant.numeric.redis-conf
> sentinel
  ^^^^^^^^ keyword.other.directive.redis-conf
> port 26379
  ^^^^ keyword.other.directive.redis-conf
> # a comment
  ^^^^^^^^^^^ comment.line.number-sign.redis-conf
`,
  },
  {
    title: 'ACL files',
    scope: 'source.redis-acl',
    text: String.raw`
> user default off
  ^^^^ keyword.other.directive.redis-acl
       ^^^^^^^ entity.name.type.user.redis-acl
               ^^^ constant.language.state.redis-acl
> # not allowed here
  ^^^^^^^^^^^^^^^^^^ invalid.illegal.comment.redis-acl !comment.line
> user a ON #5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8
         ^^ constant.language.state.redis-acl
            ^ keyword.operator.hash.redis-acl
             ^^^^^^^^^^^^^^^^ constant.other.hash.redis-acl
> user a resetkeys %R~cache:[a-c]* %RW~own:\* ~* allchannels nopass
         ^^^^^^^^^ keyword.other.rule.redis-acl
                   ^ keyword.operator.key-access.redis-acl
                    ^ storage.modifier.key-access.redis-acl
                     ^ keyword.operator.key.redis-acl
                            ^^^^^ constant.other.character-class.redis-acl
                                 ^ keyword.operator.glob.redis-acl
                                    ^^ storage.modifier.key-access.redis-acl
                                           ^^ constant.character.escape.redis-acl
                                                 ^^^^^^^^^^^ keyword.other.rule.redis-acl
                                                             ^^^^^^ keyword.other.rule.redis-acl
> user b on >(secret) (+get ~temp:*) (%W~out:* +@write)
            ^^^^^^^^^ !meta.selector
             ^^^^^^^^ string.unquoted.password.redis-acl
                      ^ punctuation.section.selector.begin.redis-acl
                       ^ keyword.operator.allow.redis-acl
                        ^^^ meta.selector.redis-acl support.function.command.redis-acl
                            ^ keyword.operator.key.redis-acl
                                   ^ punctuation.section.selector.end.redis-acl
                                     ^ punctuation.section.selector.begin.redis-acl
                                                 ^^^^^ support.type.category.redis-acl
                                                      ^ punctuation.section.selector.end.redis-acl
> user c +json.get -ft.search db=0,3
          ^^^^^^^^ support.function.command.redis-acl
                              ^^ keyword.other.rule.redis-acl
                                 ^^^ constant.numeric.redis-acl
> User d on
  ^^^^^^^^^ !keyword
> user app on >{{ app_password }} +@read
               ^^ punctuation.section.embedded.begin.redis-conf
                                  ^ keyword.operator.allow.redis-acl
`,
  },
];

let registry: Registry;

before(async () => {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => createOnigScanner(patterns),
      createOnigString: (text) => createOnigString(text),
    }),
    loadGrammar: (scope) => {
      const file = SYNTAXES[scope];
      if (file === undefined) throw new Error(`${scope} is included and nobody has it`);
      const path = join(ROOT, 'client', 'syntaxes', file);
      return Promise.resolve(parseRawGrammar(readFileSync(path, 'utf8'), path));
    },
  });
});

async function grammarOf(scope: string): Promise<IGrammar> {
  const grammar = await registry.loadGrammar(scope);
  assert.ok(grammar, scope);
  return grammar;
}

describe('grammars', () => {
  for (const fixture of FIXTURES) {
    it(`${fixture.scope}: ${fixture.title}`, async () => {
      assert.deepEqual(breaches(await grammarOf(fixture.scope), fixture.text), []);
    });
  }

  it('the runner itself notices what is wrong', async () => {
    const grammar = await grammarOf('source.redis-conf');
    assert.equal(breaches(grammar, '> port 6379\n  ^^^^ constant.numeric').length, 1);
    assert.equal(breaches(grammar, '> port 6379\n  ^^^^ !keyword').length, 1);
    assert.equal(breaches(grammar, '> port 6379\n            ^ keyword').length, 1);
    assert.throws(() => breaches(grammar, 'port 6379'));
    assert.throws(() => breaches(grammar, '> port 6379\n  ^^^^'));
  });

  describe('lines made to hurt', () => {
    const long = (unit: string, length = 100_000): string => unit.repeat(Math.ceil(length / unit.length));
    const hostile: Readonly<Record<string, string>> = {
      'one long word': `logfile ${long('a')}`,
      'one long number': `maxmemory ${long('1')}x`,
      'many numbers': `save ${long('1 ')}`,
      'many words': `bind ${long('ab ')}`,
      blanks: `port${long(' ')}x`,
      'blanks only': long(' '),
      tabs: `\t${long('\t ')}#`,
      colons: `bind ${long(':')}x`,
      'address-like': `bind ${long('1.2.3.')}`,
      'IPv6-like': `bind ${long('ffff:')}`,
      'number signs': `${long('#')}x`,
      'almost a banner': `### ${long('a ')}#`,
      'almost a banner, blanks': `### a${long(' ')}b`,
      'banners in a row': long('### a '),
      'open double quote': `logfile "${long('a')}`,
      'open single quote': `logfile '${long('a ')}`,
      'only double quotes': `x ${long('"')}"`,
      'only single quotes': `x ${long("'")}`,
      'mixed quotes': `x ${long(`"'`)}`,
      escapes: `logfile "${long('\\"')}`,
      'hex escapes': `logfile "${long('\\x4')}`,
      backslashes: `logfile "${long('\\')}`,
      'open braces': `port ${long('{')}`,
      'open templates': `port ${long('{{ ')}`,
      'templates in a row': `port ${long('{{ x }}')}`,
      'open ERB': `port ${long('<%')}`,
      'angle brackets': `port ${long('<')}`,
      'template with open quotes': `port {{ ${long('\\"')}`,
      'template operators': `port {{ ${long('|-')}`,
      'template comments': long('{#'),
      'block ends': long('%} '),
      pragma: `# redis-environments: ${long('a')}`,
      'pragma keys': `# redis-environments: ${long('a=')}`,
      'pragma words': `# redis-environments: ${long('ignore= ')}`,
      'user rules': `user a ${long('+@read ')}`,
      'user selectors': `user a ${long('(+get ')}`,
      'user closed parens': `user a (~${long(')')}x`,
      'user patterns': `user a ~${long('[')}`,
      'user classes': `user a ~${long('[a')}`,
      'user password': `user a >${long('<')}`,
      'user sub-commands': `user a ${long('+a|')}`,
      'user databases': `user a db=${long('1,')}`,
      'user hash': `user a #${long('0')}`,
      'sentinel words': `sentinel ${long('monitor ')}`,
      'control characters': `port ${long('\x00\x01\x0b\x0c')}`,
      'lone surrogates': `port ${long('\ud800')}`,
      emoji: `logfile ${long('🧱 ')}`,
      'carriage returns': `port 1${long('\r')}`,
    };
    for (const scope of Object.keys(SYNTAXES)) {
      it(`${scope} gets through each within its time`, async function () {
        this.timeout(120_000);
        const grammar = await grammarOf(scope);
        for (const [name, line] of Object.entries(hostile)) {
          const started = performance.now();
          const result = grammar.tokenizeLine(line, INITIAL, 10_000);
          const elapsed = performance.now() - started;
          assert.ok(!result.stoppedEarly, `${name}: gave up after ${Math.round(elapsed)} ms`);
          assert.ok(elapsed < 5_000, `${name}: ${Math.round(elapsed)} ms`);
          assert.ok((result.tokens.at(-1)?.endIndex ?? 0) >= line.length, `${name}: the end of the line has no token`);
        }
      });
      it(`${scope} ends every construct with its line`, async () => {
        const grammar = await grammarOf(scope);
        for (const [name, line] of Object.entries(hostile)) {
          if (/^\s*\{#/.test(line)) continue; // a block comment of a template is the one thing that goes on
          const result = grammar.tokenizeLine(line.slice(0, 1_000), INITIAL);
          assert.equal(result.ruleStack.depth, 1, `${name} stays open`);
        }
      });
    }
  });

  it('no line of a sample is left without a scope of ours', async () => {
    const samples: ReadonlyArray<readonly [string, string]> = [
      ['source.redis-conf', 'redis.conf'],
      ['source.redis-conf', 'valkey.conf'],
      ['source.redis-conf', 'redis.conf.j2'],
      ['source.redis-conf', join('cluster', '7000', 'redis.conf')],
      ['source.redis-sentinel-conf', 'sentinel.conf'],
      ['source.redis-acl', 'users.acl'],
    ];
    for (const [scope, name] of samples) {
      const grammar = await grammarOf(scope);
      const lines = readFileSync(join(ROOT, 'client', 'samples', name), 'utf8').split('\n');
      for (const { line, tokens } of tokenised(grammar, lines)) {
        if (line.trim() === '') continue;
        const first = tokens.find((token) => line.slice(token.startIndex, token.endIndex).trim() !== '');
        assert.ok((first?.scopes.length ?? 0) > 1, `${name}: ${line}`);
      }
    }
  });
});

/** Every expectation of a fixture that does not hold, as a sentence. */
function breaches(grammar: IGrammar, text: string): readonly string[] {
  const found: string[] = [];
  let stack: StateStack = INITIAL;
  let line = '';
  let tokens: readonly IToken[] = [];
  for (const row of text.split('\n')) {
    if (row === '') continue;
    if (row.startsWith('> ')) {
      line = row.slice(2);
      const result = grammar.tokenizeLine(line, stack);
      stack = result.ruleStack;
      tokens = result.tokens;
      continue;
    }
    const marks = /^ {2}( *)(\^+) (\S.*)$/.exec(row);
    if (!marks) throw new Error(`not a line of a fixture: ${row}`);
    const from = marks[1]?.length ?? 0;
    const to = from + (marks[2]?.length ?? 0);
    for (const wanted of (marks[3] ?? '').split(' ')) {
      const absent = wanted.startsWith('!');
      const scope = absent ? wanted.slice(1) : wanted;
      for (let column = from; column < to; column++) {
        const token = tokens.find((each) => each.startIndex <= column && column < each.endIndex);
        const scopes = column < line.length && token ? token.scopes : undefined;
        if (scopes === undefined || scopes.some((each) => covers(scope, each)) === absent) {
          found.push(`${line} [${column}]: ${wanted} expected, ${scopes?.join(' ') ?? 'no such column'} found`);
          break;
        }
      }
    }
  }
  return found;
}

function covers(wanted: string, scope: string): boolean {
  return scope === wanted || scope.startsWith(`${wanted}.`);
}

function* tokenised(
  grammar: IGrammar,
  lines: readonly string[],
): Generator<{ readonly line: string; readonly tokens: readonly IToken[] }> {
  let stack: StateStack = INITIAL;
  for (const line of lines) {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    yield { line, tokens: result.tokens };
  }
}
