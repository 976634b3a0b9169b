using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary><c>like</c> or <c>notLike</c> without <c>*</c>, its only wildcard.</summary>
internal sealed class LikeNotlikeWithoutWildcardsRule()
    : PatternWithoutWildcardsRule("like-notlike-without-wildcards", "like is used without a wildcard", Operator.Like, Operator.NotLike, "*", "no *");
