using CsCheck;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;

namespace Plumbline.UnitTests.Policy;

public sealed class AssignmentDocumentProperties
{
    private static readonly Gen<string> AnyKey = Gen.OneOf(
        "id", "name", "properties", "policyDefinitionId", "PolicyAssignmentId", "notScopes", "parameters", "overrides", "resourceSelectors", "selectors", "kind", "value",
        "in", "notIn", "expiresOn", "exemptionCategory", "identity", "type", "nonComplianceMessages", "message", "enforcementMode", "definitionVersion", "complianceState", "x");

    private static readonly Gen<JToken> AnyScalar = Gen.OneOf<JToken>(
        Gen.OneOf("", "/d", "Default", "waiver", "policyEffect", "deny", "resourceType", "1.*.*", "2030-01-01", "//").Select(text => (JToken)new JValue(text)),
        Gen.Int[-1, 101].Select(number => (JToken)new JValue(number)),
        Gen.Const((JToken)JValue.CreateNull()));

    private static readonly Gen<JObject> AnyDocument = Objects(3);

    [Fact]
    public void Any_document_has_a_value_or_an_error() => AnyDocument.Sample(document =>
    {
        var source = new SourceText("document.json", document.ToString());
        AssertComplete(AssignmentDocuments.ParseAssignment(source));
        AssertComplete(AssignmentDocuments.ParseExemption(source));
        AssertComplete(AssignmentDocuments.ParseEnrollment(source));
        AssertComplete(AssignmentDocuments.ParseAttestation(source));
    });

    private static void AssertComplete<T>(ParseResult<T> result)
        where T : class
    {
        Assert.Equal(result.Value is null, result.Diagnostics.Any(diagnostic => diagnostic.IsError));
        Assert.All(result.Diagnostics, diagnostic => Assert.InRange(diagnostic.Message.Length, 1, 300));
    }

    private static Gen<JObject> Objects(int depth) => Gen.Select(AnyKey, Tokens(depth - 1), (key, value) => new JProperty(key, value)).Array[0, 6]
        .Select(properties => new JObject(properties.DistinctBy(property => property.Name)));

    private static Gen<JToken> Tokens(int depth) => depth == 0
        ? AnyScalar
        : Gen.OneOf(AnyScalar, Objects(depth).Select(item => (JToken)item), Tokens(depth - 1).Array[0, 3].Select(items => (JToken)new JArray(items)));
}
