/** The page that says what there is. @param {import("./catalogue.mjs").Found[]} types */
export function coverage(types) {
  const known = types.filter((found) => !found.isFurther);
  const groups = [...new Set(types.map((found) => found.type.group))].sort();
  const rows = groups.map((group) => {
    const ofGroup = known.filter((found) => found.type.group === group);
    const missing = ofGroup.filter((found) => !found.target && !found.newest).map((found) => found.type.type);
    const further = types.filter((found) => found.isFurther && found.type.group === group);
    return [group, ofGroup.length, era(ofGroup, "target"), era(ofGroup, "newest"), missing.join(", "), further.length];
  });
  const total = ["all", known.length, count(known, "target"), count(known, "newest"), "", types.length - known.length];
  const lines = [...rows, total].map((row) => `| ${row.join(" | ")} |`);
  return `${HEAD}${lines.join("\n")}\n`;
}

function era(types, name) {
  const versions = [...new Set(types.map((found) => found[name]).filter((version) => version))].sort();
  return `${count(types, name)} (${versions.join(", ")})`;
}

const count = (types, name) => types.filter((found) => found[name]).length;

const HEAD = `# Schemas

Swagger 2.0 as Azure writes it: \`<Group>/<API version>.json\` has the requests that create the resource types of a group,
and the definitions of their bodies. What GruCloud adds to a type stands beside the request as \`x-grucloud\`: its group and
type, the resources it depends on, and \`target\` on the version that GruCloud deploys.

All files but \`DocumentDB/2022-02-15-preview.json\`, which is written by hand, are generated, and so is this page:
\`cargo xtask schemas\` writes them anew from the packages pinned in [\`import/\`](import), \`cargo xtask schemas --check\` proves
that they are what it writes. They hold facts only: names, types, flags, values, limits. What the npm packages have lost
(which properties must be given, which are fixed at creation, which numbers are whole) is laid over them from the Python
packages pinned in [\`import/overlay/\`](import/overlay/requirements.txt).

Further types are those that Azure has and GruCloud's schema has not; they are named as GruCloud would.

| group | types of GruCloud | with a schema in the version that GruCloud deploys | in the newest | missing | further types |
|---|---|---|---|---|---|
`;
