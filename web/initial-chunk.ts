interface ModuleGraph {
  getModuleInfo(id: string): { isEntry: boolean; importers: readonly string[] } | null;
}

/**
 * Puts everything that the first page loads into one chunk, which compresses better than many. What only lazy pages need keeps
 * chunks of its own.
 */
export function initialChunk(): (id: string, graph: ModuleGraph) => string | null {
  const known = new Map<string, boolean>();
  const isInitial = (id: string, graph: ModuleGraph): boolean => {
    const answer = known.get(id);
    if (answer !== undefined) return answer;
    // Until it is known: modules may import each other in a circle.
    known.set(id, false);
    const info = graph.getModuleInfo(id);
    const found = info !== null && (info.isEntry || info.importers.some((importer) => isInitial(importer, graph)));
    known.set(id, found);
    return found;
  };
  return (id, graph) => (isInitial(id, graph) ? 'initial' : null);
}
