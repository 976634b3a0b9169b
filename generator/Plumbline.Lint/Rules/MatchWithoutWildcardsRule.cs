using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary><c>matchInsensitively</c> or <c>notMatchInsensitively</c> without <c>#</c>, <c>?</c> and <c>.</c>. The operators with regard to case are left alone: <c>equals</c> has none.</summary>
internal sealed class MatchWithoutWildcardsRule()
    : PatternWithoutWildcardsRule("match-without-wildcards", "matchInsensitively is used without a wildcard", Operator.MatchInsensitively, Operator.NotMatchInsensitively, "#?.", "none of # ? .");
