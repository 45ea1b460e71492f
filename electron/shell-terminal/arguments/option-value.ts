/** Reads one option before the commands are known: the help itself depends on the language. */

/** Value of `--name value` or `--name=value`; undefined where the option or its value is missing. */
export function optionValue(args: readonly string[], name: string): string | undefined {
  // What stands behind `--` is no option any more.
  const end = args.indexOf('--');
  const options = end === -1 ? args : args.slice(0, end);
  const joined = options.find((argument) => argument.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const place = options.indexOf(name);
  return place === -1 ? undefined : options[place + 1];
}
