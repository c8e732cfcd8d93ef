import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Daemon } from '../supervisor/daemon.ts';
import { nodeState, nodeStateInside } from './box.ts';
import type { ClusterContext } from './control-plane.ts';
import { podCidr } from './network.ts';
import { startNodeProgram } from './node-program.ts';
import { execa } from 'execa';

/** Where the node's containerd listens, as seen from inside the node. */
export const containerdSocket = '/run/containerd/containerd.sock';

const cniConfig = {
  cniVersion: '0.4.0',
  name: 'shopwright',
  plugins: [
    {
      type: 'ptp',
      ipMasq: false,
      mtu: 1400,
      // Addresses are given out anew at every start of the node: its sandboxes are gone then.
      ipam: {
        type: 'host-local',
        ranges: [[{ subnet: podCidr }]],
        dataDir: '/run/cni-addresses',
        routes: [{ dst: '0.0.0.0/0' }],
      },
    },
    { type: 'portmap', capabilities: { portMappings: true } },
  ],
};

const containerdConfig = (pauseImage: string): string => `version = 2
root = "${nodeStateInside}/containerd"
state = "/run/containerd"

[grpc]
  address = "${containerdSocket}"

[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "${pauseImage}"
  # Without CAP_SYS_RESOURCE a lower score than the supervisor's cannot be set, and every sandbox would fail.
  restrict_oom_score_adj = true
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "/usr/lib/cni"
    conf_dir = "${nodeStateInside}/cni"
  [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
    runtime_type = "io.containerd.runc.v2"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
      SystemdCgroup = false
`;

/** Starts containerd; images and containers stay in the state directory. */
export async function startContainerd({ box, context }: ClusterContext, pauseImage: string): Promise<Daemon> {
  await mkdir(join(nodeState, 'cni'), { recursive: true });
  await writeFile(join(nodeState, 'cni', '10-shopwright.conflist'), JSON.stringify(cniConfig, null, 2));
  await writeFile(join(nodeState, 'containerd.toml'), containerdConfig(pauseImage));
  const [enter, ...args] = [...box.enter, 'ctr', '--address', containerdSocket, 'version'];
  return startNodeProgram(
    box,
    {
      name: 'containerd',
      path: 'containerd',
      args: ['--config', `${nodeStateInside}/containerd.toml`],
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
      isReady: async () => !(await execa(enter, args, { reject: false, stdin: 'ignore', timeout: 5_000 })).failed,
    },
    context,
  );
}
