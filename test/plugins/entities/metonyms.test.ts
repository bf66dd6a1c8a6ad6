import { describe, expect, it } from 'vitest';
import { mark } from './support.ts';

/** The forms of all places, in order. */
function forms(text: string): string[] {
  return mark(text, { registry: [] }).mentions.flatMap((each) => {
    const [, name, form] = /^(.*) = place\/[^ ]*(?: \((.*)\))?$/.exec(each) ?? [];
    return name === undefined ? [] : [`${name}: ${form ?? 'name'}`];
  });
}

describe('a capital that stands for its government', () => {
  it.each([
    ['Lima denied the charge.', ['Lima: metonym']],
    ['Yesterday Lima repeatedly denied the charge.', ['Lima: metonym']],
    ['Lima has not said what it wants.', ['Lima: metonym']],
    ['Lima will not accept the ruling.', ['Lima: metonym']],
    ['Lima did not treat him well.', ['Lima: metonym']],
    ['Lima is trying to win time.', ['Lima: metonym']],
    ['Lima and Quito signed the treaty.', ['Lima: metonym', 'Quito: metonym']],
    ['Relations between Lima and Quito cooled.', ['Lima: metonym', 'Quito: metonym']],
    ['Lima’s position has hardened.', ['Lima: metonym']],
    ['It accused Lima of spying.', ['Lima: metonym']],
    ['The talks with Lima failed.', ['Lima: metonym']],
    ['Sanctions against Lima', ['Lima: metonym']],
    ['A militia backed by Lima', ['Lima: metonym']],
    ['The Lima-backed militia', ['Lima: metonym']],
    ['support for Lima', ['Lima: metonym']],
    ['It was condemned by Lima and Quito.', ['Lima: metonym', 'Quito: metonym']],
    [
      'Lima, Quito and Bogotá signed the treaty.',
      ['Lima: metonym', 'Quito: metonym', 'Bogotá: metonym'],
    ],
    ['pressure from the White House', ['White House: metonym']],
    ['The Kremlin said no.', ['Kremlin: metonym']],
    ['critics of the Kremlin', ['Kremlin: metonym']],
    ['The White House’s line', ['White House: metonym']],
  ])('%s', (text, expected) => {
    expect(forms(text)).toEqual(expected);
  });
});

describe('a capital that is a place', () => {
  it.each([
    ['She lives in Lima.', ['Lima: name']],
    ['He arrived in Lima and met a friend.', ['Lima: name']],
    ['He visited Lima.', ['Lima: name']],
    ['He flew from Lima to Quito.', ['Lima: name', 'Quito: name']],
    ['The flight between Lima and Quito was full.', ['Lima: name', 'Quito: name']],
    ['Lima’s streets were empty.', ['Lima: name']],
    ['Lima’s old airport closed.', ['Lima: name']],
    ['Lima is cold in July.', ['Lima: name']],
    ['Lima lies on the coast.', ['Lima: name']],
    ['LIMA, May 3 (Reuters) — Copper fell.', ['LIMA: name']],
    ['The Lima-based company', ['Lima: name']],
    ['a court near Lima', ['Lima: name']],
    ['He stood outside the Kremlin.', ['Kremlin: name']],
    ['The Kremlin’s walls are red.', ['Kremlin: name']],
    ['Scientists in Lima and Quito will use it.', ['Lima: name', 'Quito: name']],
    ['It shares the house with Lima lawyers.', ['Lima: name']],
    ['He called from the White House.', ['White House: name']],
    ['TO PLAY LIMA IN MAY', ['LIMA: name']],
    ['Peru denied the charge.', ['Peru: name']],
  ])('%s', (text, expected) => {
    expect(forms(text)).toEqual(expected);
  });
});
