using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Engine;
using Plumbline.Emulator.ResourceGraph.Tables;

namespace Plumbline.Emulator.ResourceGraph;

/// <summary>A query and how its answer is wanted.</summary>
/// <param name="Query">The query's text.</param>
/// <param name="Scopes">Ids of subscriptions and management groups; null for the whole tenant.</param>
/// <param name="Filter">Which policy and authorization objects it sees.</param>
/// <param name="Top">The size of a page.</param>
/// <param name="Skip">Where the page starts.</param>
/// <param name="IsTable">Whether rows are arrays under <c>columns</c>, not objects.</param>
/// <param name="Facets">Counts that are wanted besides.</param>
internal sealed record GraphRequest(
    string Query, ImmutableArray<string>? Scopes, ScopeFilter Filter, int Top, int Skip, bool IsTable, ImmutableArray<FacetRequest> Facets);
