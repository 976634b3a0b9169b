using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Exchange.Epac.Reading;

/// <summary>An environment of <c>global-settings.jsonc</c>.</summary>
/// <param name="Selector">Its name, which scopes and folders refer to; with its case.</param>
/// <param name="Cloud">As the Azure CLI names it.</param>
/// <param name="TenantId">The tenant, or null.</param>
/// <param name="RootScope">Where definitions live.</param>
/// <param name="IdentityLocation">The region of identities, or null.</param>
/// <param name="NotScopes">What is left out of every assignment.</param>
/// <param name="At">Where it stands.</param>
internal sealed record PacEnvironment(string Selector, string Cloud, string? TenantId, string RootScope, string? IdentityLocation, ImmutableArray<string> NotScopes, SourceLocation At);
