// The build hands the topology over packed, as text.
declare module "world-atlas/countries-50m.json" {
  const text: string;
  export default text;
}
