using Newtonsoft.Json.Linq;
using Plumbline.Policy.Expressions;

namespace Plumbline.Lint.Documents;

/// <summary>A template expression and where it stands.</summary>
/// <param name="Token">The text.</param>
/// <param name="Parsed">What it says.</param>
/// <param name="Part">The part of the document it belongs to.</param>
internal sealed record ExpressionSite(JValue Token, Expression Parsed, RulePart Part)
{
    /// <summary>The text, brackets included.</summary>
    public string Text { get; } = (string?)Token.Value ?? "";
}
