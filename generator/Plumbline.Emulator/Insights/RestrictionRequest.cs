using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Insights;

/// <summary>A field whose value is not chosen yet.</summary>
/// <param name="Field">A property name, a tag (<c>tags.x</c>), all tags (<c>tags</c>) or an alias.</param>
/// <param name="Values">The values it may get; none when any is possible. A null is JSON null.</param>
internal sealed record PendingField(string Field, ImmutableArray<JsonNode?> Values);

/// <summary>The question of <c>checkPolicyRestrictions</c>: what policies would say of a resource that is known in part.</summary>
/// <param name="Content">What is known of the resource.</param>
/// <param name="ApiVersion">The api-version that the content is of, or null.</param>
/// <param name="Scope">Where the resource is to be: a management group, a subscription, a resource group or its parent.</param>
/// <param name="Pending">The fields to look at.</param>
/// <param name="IncludesAudit">Whether policies that only audit are told about too.</param>
internal sealed record RestrictionRequest(JsonObject Content, string? ApiVersion, ResourceId Scope, ImmutableArray<PendingField> Pending, bool IncludesAudit);
