using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Syntax;

/// <summary>A query: a source and what is done with its rows, in order.</summary>
internal sealed record KqlQuery(KqlSource Source, ImmutableArray<KqlOperator> Operators);

/// <summary>Where rows come from.</summary>
internal abstract record KqlSource(KqlToken At);

/// <summary>A table.</summary>
internal sealed record TableSource(KqlToken At, string Name) : KqlSource(At);

/// <summary>A query in parentheses.</summary>
internal sealed record NestedSource(KqlToken At, KqlQuery Query) : KqlSource(At);

/// <summary>One step of a query.</summary>
/// <param name="At">Its name.</param>
internal abstract record KqlOperator(KqlToken At);

/// <summary><c>name = expression</c>, or an expression alone.</summary>
internal sealed record NamedExpression(string? Name, KqlExpression Expression);

/// <summary><c>where</c>.</summary>
internal sealed record WhereOperator(KqlToken At, KqlExpression Condition) : KqlOperator(At);

/// <summary><c>project</c> or <c>extend</c>.</summary>
internal sealed record ProjectOperator(KqlToken At, bool IsExtend, ImmutableArray<NamedExpression> Columns) : KqlOperator(At);

/// <summary><c>project-away</c>, <c>project-keep</c> or <c>project-reorder</c>; names may hold <c>*</c>.</summary>
internal sealed record ColumnsOperator(KqlToken At, string Operator, ImmutableArray<string> Patterns) : KqlOperator(At);

/// <summary><c>project-rename</c>.</summary>
internal sealed record RenameOperator(KqlToken At, ImmutableArray<(string NewName, ColumnExpression Column)> Columns) : KqlOperator(At);

/// <summary><c>summarize</c>.</summary>
internal sealed record SummarizeOperator(KqlToken At, ImmutableArray<NamedExpression> Aggregates, ImmutableArray<NamedExpression> By) : KqlOperator(At);

/// <summary><c>distinct</c>; <c>*</c> stands for all columns.</summary>
internal sealed record DistinctOperator(KqlToken At, ImmutableArray<NamedExpression> Columns) : KqlOperator(At);

/// <summary>A key of <c>sort</c> or <c>top</c>.</summary>
internal sealed record SortKey(KqlExpression Expression, bool IsAscending, bool AreNullsFirst);

/// <summary><c>sort by</c>, <c>order by</c>, and with a count <c>top</c>.</summary>
internal sealed record SortOperator(KqlToken At, ImmutableArray<SortKey> Keys, long? Top) : KqlOperator(At);

/// <summary><c>take</c> or <c>limit</c>.</summary>
internal sealed record TakeOperator(KqlToken At, long Count) : KqlOperator(At);

/// <summary><c>count</c>.</summary>
internal sealed record CountOperator(KqlToken At) : KqlOperator(At);

/// <summary>A column of <c>mv-expand</c>.</summary>
/// <param name="Type">What its members are converted to; null leaves them <c>dynamic</c>.</param>
internal sealed record ExpandedColumn(string? Name, KqlExpression Expression, KqlType? Type);

/// <summary><c>mv-expand</c> or <c>mvexpand</c>.</summary>
/// <param name="IndexName">The column that takes the index, or null.</param>
/// <param name="BagsAsArrays">Whether a bag's members become arrays of name and value.</param>
internal sealed record ExpandOperator(KqlToken At, ImmutableArray<ExpandedColumn> Columns, string? IndexName, bool BagsAsArrays, long? RowLimit) : KqlOperator(At);

/// <summary>A condition of a <c>join</c>: the column of the left and of the right side.</summary>
internal sealed record JoinKey(KqlExpression Left, KqlExpression Right);

/// <summary><c>join</c> or <c>lookup</c>.</summary>
internal sealed record JoinOperator(KqlToken At, bool IsLookup, string Kind, KqlQuery Right, ImmutableArray<JoinKey> Keys) : KqlOperator(At);

/// <summary><c>union</c>.</summary>
internal sealed record UnionOperator(KqlToken At, bool IsInner, string? SourceColumn, ImmutableArray<KqlQuery> Legs) : KqlOperator(At);

/// <summary>A part of a <c>parse</c> pattern: a text, a column, or <c>*</c> (neither).</summary>
internal sealed record ParsePart(string? Text, string? Column, KqlType Type);

/// <summary><c>parse</c> and <c>parse-where</c>.</summary>
internal sealed record ParseOperator(KqlToken At, KqlExpression Expression, ImmutableArray<ParsePart> Parts, bool IsFilter) : KqlOperator(At);
