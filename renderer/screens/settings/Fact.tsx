/** One line of a list of facts. */
export function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className="settings-fact">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
