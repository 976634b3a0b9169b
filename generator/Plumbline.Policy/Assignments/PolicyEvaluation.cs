using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;

namespace Plumbline.Policy.Assignments;

/// <summary>Evaluates one definition on one resource: <see cref="PolicyEvaluator.Evaluate"/>.</summary>
public delegate EvaluationResult PolicyEvaluation(PolicyDefinition definition, EvaluationInput input);
