import { describe, expect, it } from 'vitest';
import { fingerprint, Names, type Style, toIdentifier, type Wanted } from '../../src/model/names.js';

const want = (source: string, style: Style = 'type', more: Partial<Wanted> = {}): Wanted => ({
  source,
  style,
  at: `#/${source}`,
  ...more,
});

describe('identifiers', () => {
  it.each([
    ['iamRefreshToken', 'iamRefreshToken', 'IamRefreshToken'],
    ['BmCapacityHandler.get', 'bmCapacityHandlerGet', 'BmCapacityHandlerGet'],
    ['BMInstancesActionHandler.post', 'bmInstancesActionHandlerPost', 'BMInstancesActionHandlerPost'],
    ['repos/compare-commits', 'reposCompareCommits', 'ReposCompareCommits'],
    ['list_pets', 'listPets', 'ListPets'],
    ['URL', 'url', 'URL'],
    ['schemas-Token', 'schemasToken', 'SchemasToken'],
    ['Token-2', 'token2', 'Token2'],
    ['400Error', '_400Error', '_400Error'],
    ['名前', 'u540du524d', 'U540du524d'],
    ['../../etc/passwd', 'etcPasswd', 'EtcPasswd'],
    ['a\u0000b', 'aB', 'AB'],
  ])('%j is %s and %s', (source, asFunction, asType) => {
    expect(toIdentifier(source, 'function')).toBe(asFunction);
    expect(toIdentifier(source, 'type')).toBe(asType);
  });

  it.each(['', '🦄', '---', '\ud800', '\u202e', ' '])('%j, which has no letter, is named by its fingerprint', (source) => {
    expect(toIdentifier(source, 'type')).toMatch(/^(Name_[0-9a-z]{6}|[A-Za-z_$][\w$]*)$/);
  });

  it('cuts what is too long and stays unique', () => {
    const long = 'a'.repeat(300);
    expect(toIdentifier(long, 'type')).toHaveLength(80);
    expect(toIdentifier(long, 'type')).not.toBe(toIdentifier(`${long}b`, 'type'));
  });

  it('never changes the fingerprint, because exports depend on it', () => {
    expect([fingerprint(''), fingerprint('Token-2'), fingerprint('名前')]).toMatchInlineSnapshot(`
      [
        "ztntfp",
        "m6tu31",
        "cadmz3",
      ]
    `);
  });
});

describe('claiming', () => {
  it.each([
    'class',
    'await',
    'then',
    'Promise',
    'JSON',
    'undefined',
    'Response',
    'Error',
    'prototype',
    'toString',
    '__proto__',
    'eval',
  ])('%s is reserved or shadows something', (word) => {
    const style: Style = /^[A-Z]/.test(word) ? 'type' : 'function';
    const claimed = new Names().claim(want(word, style));
    expect(claimed).not.toBe(word);
    expect(claimed).toMatch(/^[A-Za-z_$][\w$]*$/);
  });

  it('gives the plain name to the one that is spelt like it, whatever the order', () => {
    const one = new Names().claimAll([want('Token-2'), want('Token2'), want('token_2')]);
    const other = new Names().claimAll([want('token_2'), want('Token2'), want('Token-2')]);
    expect([...one].sort()).toEqual([...other].sort());
    expect(one.get('#/Token2')).toBe('Token2');
    expect(one.get('#/Token-2')).toMatch(/^Token2_[0-9a-z]{6}$/);
  });

  it('renames nothing when a name is added', () => {
    const before = new Names().claimAll([want('Token2'), want('Token-2')]);
    const after = new Names().claimAll([want('Token2'), want('Token-2'), want('token.2'), want('Other')]);
    for (const [at, name] of before) expect(after.get(at)).toBe(name);
  });

  it('says what collided', () => {
    const names = new Names();
    names.claimAll([want('Token2'), want('Token-2')]);
    expect(names.collisions).toMatchObject([{ source: 'Token-2', wanted: 'Token2' }]);
  });

  it('takes a pinned name as it is, and lets it win', () => {
    const given = new Names().claimAll([want('Token2'), want('x', 'type', { pinned: 'Token2' })]);
    expect(given.get('#/x')).toBe('Token2');
    expect(given.get('#/Token2')).toMatch(/^Token2_/);
  });

  it('claims suffixes only where the bare name is not declared', () => {
    const names = new Names();
    expect(names.claim(want('getPet', 'type', { suffixes: ['Success', 'Error'] }))).toBe('GetPet');
    expect(names.claim(want('GetPet'))).toBe('GetPet');
    expect(names.claim(want('GetPetSuccess'))).toMatch(/^GetPetSuccess_/);
  });
});
