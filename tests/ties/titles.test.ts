import { describe, expect, test } from 'vitest';
import { readTitle, sharedFunctions } from '#ties/titles.ts';

describe('what a title says', () => {
  test.each([
    ['Head of Data', 4, ['data']],
    ['VP Engineering', 5, ['engineering']],
    ['Senior Data Engineer', 1, ['data', 'engineering']],
    ['Chief Financial Officer', 6, ['finance']],
    ['Director, Product Manager Tools', 4, ['product']],
    ['Product Manager', 1, ['product']],
    ['Engineering Manager', 3, ['engineering']],
    ['Teamleiterin Vertrieb', 3, ['sales']],
    ['Leiter Controlling', 4, ['finance']],
    ['Executive Assistant to the CEO', 0, []],
    ['Junior Accountant', 0, ['finance']],
    ['', 1, []],
    ['__proto__ constructor', 1, []],
  ])('%s', (title, rank, functions) => {
    expect(readTitle(title)).toMatchObject({ rank, functions });
  });

  test.each([
    ['Talent Acquisition Partner', true],
    ['Senior Recruiter', true],
    ['HR Business Partner', true],
    ['Head of People Operations', true],
    ['Chief People Officer', true],
    ['Recursos Humanos', true],
    ['Head of Data', false],
    ['Thrive Coach', false],
    ['People Counter Engineer', false],
  ])('%s: HR %s', (title, hr) => {
    expect(readTitle(title).hr).toBe(hr);
  });

  test('two titles share a line of work when they name one function in common', () => {
    expect(sharedFunctions('Data Engineer', 'Head of Data')).toEqual(['data']);
    expect(sharedFunctions('Accountant', 'Head of Data')).toEqual([]);
    expect(sharedFunctions('', '')).toEqual([]);
  });
});
