// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// A graph on disk, in either of its forms: the folder of a dataset, or a graph file.
public enum StoredGraph {
  /// Why there is no graph.
  public enum Failure: Error, Sendable {
    /// The dataset has errors; its diagnostics say where.
    case dataset(DatasetLoading)
    case file(GraphFileError)
  }

  /// Opens the graph that a path leads to.
  ///
  /// With a cache, a dataset that has not changed is not read and checked again, and a large graph
  /// file that has not changed is not verified again.
  ///
  /// - Complexity: see ``DatasetLoader/load(_:)`` and ``GraphFile/open(_:verification:)``. From
  ///   the cache, linear in the number of files and the size of the graph; in the size of the texts
  ///   too where a file was touched, as they are hashed then.
  public static func open(
    _ path: String, cache: CacheFolder? = nil
  ) throws(Failure) -> PropertyGraph {
    try opened(path, cache: cache).graph
  }

  /// The same, with what tells the data from others.
  public static func opened(
    _ path: String, cache: CacheFolder? = nil
  ) throws(Failure) -> OpenedGraph {
    guard FileSystem.kind(of: path) == .file else { return try dataset(path, cache) }
    do throws(GraphFileError) {
      return try GraphFile.opened(path, verification: cache.map { .remembered($0) } ?? .always)
    } catch {
      throw .file(error)
    }
  }

  private static func dataset(
    _ folder: String, _ cache: CacheFolder?
  ) throws(Failure) -> OpenedGraph {
    guard let cache = cache.map(DatasetCache.init), let listing = try? DatasetListing(folder)
    else { return OpenedGraph(try graph(of: DatasetLoader.load(folder))) }
    if let graph = cache.graph(of: listing) { return graph }
    let input = DatasetInput.read(listing)
    if let graph = cache.graph(of: listing, input) { return graph }
    let graph = try graph(of: DatasetLoader.load(input).loading)
    cache.keep(graph, of: listing, input)
    return OpenedGraph(graph)
  }

  private static func graph(of loading: DatasetLoading) throws(Failure) -> PropertyGraph {
    guard let graph = loading.graph else { throw .dataset(loading) }
    return graph
  }
}
