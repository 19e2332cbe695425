// Loaded before the entry file (`node --import`): the scripts are TypeScript, which older Nodes cannot run.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Vigil's scripts need Node 22.18 or newer, and this is Node ${process.versions.node}.\n`,
  );
  process.exit(1);
}
