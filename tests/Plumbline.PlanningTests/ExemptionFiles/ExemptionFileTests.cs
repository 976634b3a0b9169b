using System.Collections.Immutable;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;
using Reader = Plumbline.Cli.Environments.ExemptionFiles;

namespace Plumbline.PlanningTests.ExemptionFiles;

public sealed class ExemptionFileTests
{
    private const string Subscription = "/subscriptions/00000000-0000-0000-0000-000000000001";

    private const string Yaml = """
        exemptions:
          - name: old-shop
            control: NS-1
            referenceIds: [a, b]
            scopes: [/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/shop, /subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/old/]
            category: Waiver
            expiresOn: 2027-01-31
            owner: shop@contoso.example
            ticket: SHOP-1
            displayName: The old shop
            description: "Retired, soon"
            resourceSelectors: [{ name: west, selectors: [{ kind: resourceLocation, in: [westeurope] }] }]
        """;

    private const string Json = """
        {
        	"exemptions": [
        		{
        			"name": "old-shop", "control": "NS-1", "referenceIds": ["a", "b"],
        			"scopes": ["/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/shop", "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/old/"],
        			"category": "Waiver", "expiresOn": "2027-01-31", "owner": "shop@contoso.example", "ticket": "SHOP-1",
        			"displayName": "The old shop", "description": "Retired, soon",
        			"resourceSelectors": [{ "name": "west", "selectors": [{ "kind": "resourceLocation", "in": ["westeurope"] }] }]
        		}
        	]
        }
        """;

    private const string Csv =
        "\uFEFFname,control,referenceIds,scope,category,expiresOn,owner,ticket,displayName,description,resourceSelectors\r\n"
        + "old-shop,NS-1,a&b,/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/shop;/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/old/,Waiver,2027-01-31,shop@contoso.example,SHOP-1,The old shop,\"Retired, soon\",\"[{\"\"name\"\":\"\"west\"\",\"\"selectors\"\":[{\"\"kind\"\":\"\"resourceLocation\"\",\"\"in\"\":[\"\"westeurope\"\"]}]}]\"\r\n";

    [Theory]
    [InlineData("a.yaml", Yaml)]
    [InlineData("a.json", Json)]
    [InlineData("a.csv", Csv)]
    public void Exemption_says_the_same_in_every_form(string file, string text)
    {
        var (exemptions, problems) = Read(file, text);

        Assert.Empty(problems);
        var exemption = Assert.Single(exemptions);
        Assert.Equal(("old-shop", ExemptionTargetKind.Control, "NS-1", "Waiver"), (exemption.Name, exemption.Target.Kind, exemption.Target.Name, exemption.Category));
        Assert.Equal($"{Subscription}/resourceGroups/shop {Subscription}/resourceGroups/old", string.Join(' ', exemption.Scopes));
        Assert.Equal("a b", string.Join(' ', exemption.ReferenceIds));
        Assert.Equal((new DateTimeOffset(2027, 1, 31, 23, 59, 59, TimeSpan.Zero), "shop@contoso.example", "SHOP-1"), (exemption.ExpiresOn, exemption.Owner, exemption.Ticket));
        Assert.Equal(("The old shop", "Retired, soon"), (exemption.DisplayName, exemption.Description));
        Assert.Equal("""{"name":"west","selectors":[{"kind":"resourceLocation","in":["westeurope"]}]}""", PolicyValueWriter.ToCompactJson(Assert.Single(exemption.ResourceSelectors)));
        Assert.Equal(file, exemption.At.File);
    }

    [Theory]
    [InlineData("2027-01-31", "2027-01-31T23:59:59Z")]
    [InlineData("2027-01-31T12:00", "2027-01-31T12:00:00Z")]
    [InlineData("2027-01-31T12:00:00Z", "2027-01-31T12:00:00Z")]
    [InlineData("2027-01-31T12:00:00+02:00", "2027-01-31T10:00:00Z")]
    [InlineData("2027-01-31 12:00:00.5", "2027-01-31T12:00:00.5Z")]
    public void Expiry_is_an_instant_in_UTC(string text, string instant)
    {
        var (exemptions, problems) = Read("a.yaml", Yaml.Replace("2027-01-31", text, StringComparison.Ordinal));

        Assert.Empty(problems);
        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), exemptions[0].ExpiresOn);
    }

    [Theory]
    [InlineData("    owner: shop@contoso.example\n", "", "PLB1102", 2, 5)]
    [InlineData("    ticket: SHOP-1\n", "", "PLB1102", 2, 5)]
    [InlineData("    expiresOn: 2027-01-31\n", "", "PLB1102", 2, 5)]
    [InlineData("    control: NS-1\n", "", "PLB1112", 2, 5)]
    [InlineData("    control: NS-1\n", "    control: NS-1\n    policy: x\n", "PLB1111", 4, 5)]
    [InlineData("2027-01-31", "2027-02-31", "PLB2226", 7, 16)]
    [InlineData("2027-01-31", "tomorrow", "PLB1106", 7, 16)]
    [InlineData("Waiver", "Wavier", "PLB1105", 6, 15)]
    [InlineData("[/subscriptions/0", "[/subscription/0", "PLB2202", 5, 14)]
    [InlineData("    ticket:", "    tickets:", "PLB1101", 9, 5)]
    public void Mistake_in_YAML_is_reported_at_its_place(string text, string replacement, string code, int line, int column)
    {
        var problem = Assert.Single(Read("a.yaml", Yaml.Replace(text, replacement, StringComparison.Ordinal)).Problems);

        Assert.Equal((code, line, column), (problem.Code, problem.Location.Span?.Line, problem.Location.Span?.Column));
    }

    [Fact]
    public void Mistake_in_JSON_is_reported_at_its_place()
    {
        var problem = Assert.Single(Read("a.json", Json.Replace("\"ticket\"", "\"tickt\"", StringComparison.Ordinal)).Problems);

        Assert.Equal(("PLB1101", 6, 86, "did you mean 'ticket'?"), (problem.Code, problem.Location.Span?.Line, problem.Location.Span?.Column, problem.Help));
    }

    [Theory]
    [InlineData("", "PLB2230", null, null)]
    [InlineData("name,control,scope,category,expiresOn,owner,ticket,name\n", "PLB2231", 1, 52)]
    [InlineData("name,control,scope,category,expiresOn,ownr,owner,ticket\n", "PLB2232", 1, 39)]
    [InlineData("name,control,scope,category,expiresOn,owner\n", "PLB2233", 1, 1)]
    [InlineData("name,scope,category,expiresOn,owner,ticket\n", "PLB2233", 1, 1)]
    [InlineData("name,control,category,expiresOn,owner,ticket\n", "PLB2233", 1, 1)]
    [InlineData("name,control,scope,category,expiresOn,owner,ticket\n\na,NS-1\n", "PLB2234", 3, 1)]
    [InlineData("name,control,scope,category,expiresOn,owner,ticket\na,NS-1,/subscriptions/00000000-0000-0000-0000-000000000001,Waiver,2027-01-31,\"o\nticket\n", "PLB2235", 2, 78)]
    [InlineData("name,control,scope,category,expiresOn,owner,ticket\na,NS-1,/subscriptions/00000000-0000-0000-0000-000000000001,Waiver,2027-01-31,o\"o,t\n", "PLB2235", 2, 79)]
    [InlineData("name,control,scope,category,expiresOn,owner,ticket\na,NS-1,/subscriptions/00000000-0000-0000-0000-000000000001,Waiver,2027-01-31,\"o\"o,t\n", "PLB2235", 2, 81)]
    [InlineData("name,control,scope,category,expiresOn,owner,ticket\na,NS-1,/subscriptions/00000000-0000-0000-0000-000000000001,Waiver,31.1.2027,o,t\n", "PLB1106", 2, 67)]
    [InlineData("name,control,scope,category,expiresOn,owner,ticket\na,NS-1,/subscriptions/00000000-0000-0000-0000-000000000001,Waiver,2027-01-31,,t\n", "PLB1102", 2, 1)]
    [InlineData("name,control,scope,category,expiresOn,owner,ticket\na,NS-1,/subscriptions/00000000-0000-0000-0000-000000000001; /x,Waiver,2027-01-31,o,t\n", "PLB2202", 2, 61)]
    [InlineData("name,control,scope,category,expiresOn,owner,ticket\n\"a\nb\",NS-1,/subscriptions/00000000-0000-0000-0000-000000000001,Waiver,2027-01-31,o,t\nc,NS-1,/x,Waiver,2027-01-31,o,t\n", "PLB2202", 4, 8)]
    [InlineData("name,control,scope,category,expiresOn,owner,ticket,resourceSelectors\na,NS-1,/subscriptions/00000000-0000-0000-0000-000000000001,Waiver,2027-01-31,o,t,west\n", "PLB1103", 2, 82)]
    public void Mistake_in_CSV_is_reported_at_its_place(string text, string code, int? line, int? column)
    {
        var problems = Read("a.csv", text).Problems;

        Assert.Contains((code, line, column), problems.Select(problem => (problem.Code, problem.Location.Span?.Line, problem.Location.Span?.Column)));
    }

    private static (ImmutableArray<ExemptionDeclaration> Exemptions, ImmutableArray<Diagnostic> Problems) Read(string file, string text)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        return (Reader.Read(new SourceText(file, text), problems), problems.ToImmutable());
    }
}
