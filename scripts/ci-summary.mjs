// Sums up a run of the checks and the tests in the line that ends .ci/run. Arguments: Vitest's JSON report, and the exit codes of both.
import { readFileSync } from 'node:fs';

const [report = '', checked = '1', tested = '1'] = process.argv.slice(2);

/** All single results of a report; a file that could not be run at all counts as one that failed. */
function resultsOf(path) {
  try {
    const { testResults } = JSON.parse(readFileSync(path, 'utf8'));
    return testResults.flatMap(({ assertionResults, name, status, message }) =>
      assertionResults.length === 0 && status === 'failed'
        ? [{ status: 'failed', fullName: `${name}: ${message.split('\n')[0]}` }]
        : assertionResults,
    );
  } catch (error) {
    return [{ status: 'failed', fullName: `the tests gave no report (${error.message})` }];
  }
}

const results = resultsOf(report);
const passed = results.filter(({ status }) => status === 'passed').length;
const failures = results.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
const onPostgres = results.filter(({ fullName }) => fullName.includes('on PostgreSQL'));
if (onPostgres.length === 0 || onPostgres.some(({ status }) => status !== 'passed' && status !== 'failed'))
  failures.push('the tests on PostgreSQL were skipped');
if (checked !== '0') failures.push('npm run check');
if (tested !== '0' && failures.length === 0) failures.push(`npm test ended with exit code ${tested}`);

for (const failure of failures) console.log(`failed: ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
