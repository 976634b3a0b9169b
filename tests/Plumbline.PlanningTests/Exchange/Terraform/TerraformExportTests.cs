using CsCheck;
using Plumbline.Exchange.Terraform;
using Plumbline.PlanningTests.Operations;

namespace Plumbline.PlanningTests.Exchange.Terraform;

public sealed class TerraformExportTests
{
    [Theory]
    [InlineData(Estate.Subscription)]
    [InlineData(ExchangeEstate.Group)]
    public void Export_is_well_formed_and_refers_to_what_it_declares(string scope)
    {
        var export = TerraformExporter.Export(Estate.Planned(ExchangeEstate.Production(scope), Checkout.Documents));

        Assert.Empty(export.Diagnostics);
        Assert.Equal([], HclText.Problems(export.Files.Where(file => file.Path.EndsWith(".tf", StringComparison.Ordinal)).Select(file => file.Text)));
        Assert.Equal(["assignments.tf", "definitions.tf", "exemptions.tf", "initiatives.tf", "roles.tf", "versions.tf"], export.Files.Select(file => file.Path).Where(path => path.EndsWith(".tf", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("resource \"a\" \"b\" {")]
    [InlineData("x = \"not closed\n")]
    [InlineData("x = azurerm_policy_definition.nobody.id")]
    public void Reader_finds_what_is_wrong(string text) => Assert.NotEmpty(HclText.Problems([text]));

    [Fact]
    public void Every_text_survives() => Gen.String[Gen.Char["a'\"\\${}%[]\n\r\té\u0001"], 0, 20].Sample(text => HclText.Decode(HclLiteral.Text(text)) == text);

    [Fact]
    public void What_the_provider_does_not_know_is_told()
    {
        var production = ExchangeEstate.Production();
        var environment = production with { Assignments = [production.Assignments[0] with { EnforcementMode = "Enroll" }], Exemptions = [] };

        Assert.Equal(["PLB7001"], TerraformExporter.Export(Estate.Planned(environment, Checkout.Documents)).Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Role_is_given_to_the_identity_of_its_assignment()
    {
        var roles = TerraformExporter.Export(Estate.Planned(ExchangeEstate.Production(), Checkout.Documents)).Files.Single(file => file.Path == "roles.tf").Text;

        Assert.Contains("principal_id                     = azurerm_subscription_policy_assignment.aca_baseline.identity[0].principal_id", roles, StringComparison.Ordinal);
    }
}
