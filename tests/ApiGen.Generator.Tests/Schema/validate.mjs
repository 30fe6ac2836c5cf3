// Reads a schema from the file named on the command line and documents from the input, each on a line as JSON; for each
// it prints a line with what the schema has against it: the place, and the key if a key is what is wrong.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import Ajv from 'ajv';

const schema = JSON.parse(readFileSync(process.argv[2], 'utf8'));

// What editors show is no part of the standard, and so has to be named.
const ajv = new Ajv({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
  keywords: ['markdownDescription', 'enumDescriptions'],
});
const validate = ajv.compile(schema);

for await (const line of createInterface({ input: process.stdin })) {
  validate(JSON.parse(line));

  // That a condition led to an error says nothing more than the error.
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
  const found = errors.map(({ instancePath, keyword, params, message }) => ({
    path: instancePath,
    key: params.additionalProperty ?? params.propertyName ?? null,
    keyword,
    message,
  }));
  console.log(JSON.stringify(found));
}
