export { instanceIdOf } from './core/instance.ts';
export { repositoryRoot } from './core/paths.ts';
export { containerdSocket } from './node/container-runtime.ts';
export { enterRunningNode } from './node/running-node.ts';
export { readStackEnvironment, type StackEnvironment } from './stack-environment.ts';
export { waitUntil } from './core/wait.ts';
export { StackError } from './core/stack-error.ts';
export {
  startSimulatedCluster,
  type SimulatedCluster,
  type SimulationOptions,
} from './simulation/simulated-cluster.ts';
export type { PodBehaviour, PodRule } from './simulation/pod-behaviour.ts';
