using Plumbline.Lint.Framework;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Linting;

/// <summary>A document and what was found in it.</summary>
/// <param name="Source">The document.</param>
/// <param name="Result">What was found.</param>
internal sealed record LintedFile(SourceText Source, LintResult Result);
