using System.Collections.Immutable;
using System.CommandLine;
using Plumbline.Cli.Configuration;
using Plumbline.Cli.Editing;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Files;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline exempt create ENVIRONMENT</c>: adds an exemption to a file of the environment. Nothing is deployed.</summary>
internal sealed class ExemptCreateCommand
{
    private static readonly SourceLocation Here = new("plumbline exempt create");

    private readonly Argument<string> environment = EnvironmentCommands.Argument();
    private readonly Option<string> name = Required("--name", "The name of the exemption");
    private readonly Option<string?> control = Optional("--control", "Exempt from the policies of a control");
    private readonly Option<string?> policy = Optional("--policy", "Exempt from a definition");
    private readonly Option<string?> initiative = Optional("--initiative", "Exempt from an initiative");
    private readonly Option<string?> assignment = Optional("--assignment", "Exempt from an assignment");
    private readonly Option<string[]> references = new("--reference") { Description = "Only from the policies with these reference ids", HelpName = "id" };
    private readonly Option<string[]> scopes = new("--scope") { Description = "What is exempt", HelpName = "id", Required = true };
    private readonly Option<string> category = Required("--category", "Waiver or Mitigated");
    private readonly Option<string> expires = Required("--expires", "When it ends: a date or an instant");
    private readonly Option<string> owner = Required("--owner", "Who answers for it");
    private readonly Option<string> ticket = Required("--ticket", "Where it was approved");
    private readonly Option<string?> displayName = Optional("--display-name", "What the portal shows");
    private readonly Option<string?> description = Optional("--description", "Why");
    private readonly Option<string?> file = Optional("--file", "The file to add it to; the environment's own when it names one");

    /// <summary>The command.</summary>
    public static Command Create(CommandRunner runner)
    {
        var options = new ExemptCreateCommand();
        options.category.AcceptOnlyFromAmong("Waiver", "Mitigated");
        var command = new Command("create", "Add an exemption to a file of the environment")
        {
            options.environment, options.name, options.control, options.policy, options.initiative, options.assignment, options.references, options.scopes,
            options.category, options.expires, options.owner, options.ticket, options.displayName, options.description, options.file,
        };
        runner.SetAction(command, (context, parse, _) => Task.FromResult(options.Run(context, parse)));
        return command;
    }

    private ExitCode Run(CommandContext context, ParseResult parse)
    {
        var loaded = EnvironmentLoader.Load(context.Workspace, parse.GetRequiredValue(environment));
        context.Console.Report(loaded.Diagnostics, context.Workspace.Read);
        if (loaded.Value is not { } configured) return ExitCode.Usage;

        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var exemption = Exemption(parse, problems);
        var path = ExemptionFiles.Target(context.Workspace, configured, parse.GetValue(file), problems);
        if (configured.Deployment.Exemptions.FirstOrDefault(one => string.Equals(one.Name, exemption?.Name, StringComparison.OrdinalIgnoreCase)) is { } same)
            problems.Add(DiagnosticCatalog.ExemptionRepeated(Here, same.Name, same.At.File, same.At.Span?.Line ?? 0));
        if (context.Console.Report(problems.ToImmutable(), context.Workspace.Read) || exemption is null || path is null) return ExitCode.Usage;

        var edited = ExemptionEdit.Add(context.Workspace.Read(path) ?? new SourceText(path, ""), exemption);
        context.Console.Report(edited.Diagnostics, context.Workspace.Read);
        if (edited.Value is null) return ExitCode.InvalidInput;

        EditedFile.Write(context.Workspace.PathOf(path), edited.Value.Text);
        context.Console.WriteLine($"{path}: exemption '{exemption.Name}' added; it holds from the next apply on.");
        return ExitCode.Success;
    }

    private ExemptionDeclaration? Exemption(ParseResult parse, ImmutableArray<Diagnostic>.Builder problems)
    {
        ImmutableArray<(ExemptionTargetKind Kind, string? Name)> targets =
        [
            (ExemptionTargetKind.Control, parse.GetValue(control)), (ExemptionTargetKind.Policy, parse.GetValue(policy)),
            (ExemptionTargetKind.Initiative, parse.GetValue(initiative)), (ExemptionTargetKind.Assignment, parse.GetValue(assignment)),
        ];
        var given = targets.Where(target => target.Name is not null).ToImmutableArray();
        if (given.Length != 1) problems.Add(DiagnosticCatalog.ExemptionOptionInvalid(Here, "give exactly one of --control, --policy, --initiative and --assignment"));
        var at = parse.GetRequiredValue(scopes);
        foreach (var scope in at.Where(scope => ArmScope.Parse(scope) is null)) problems.Add(DiagnosticCatalog.ScopeMalformed(Here, scope));
        var ends = ExpiryText.Read(parse.GetRequiredValue(expires));
        if (ends is null) problems.Add(DiagnosticCatalog.ExpiryImpossible(Here, parse.GetRequiredValue(expires)));
        if (given.Length != 1 || ends is null) return null;

        return new ExemptionDeclaration(
            parse.GetRequiredValue(name), new ExemptionTarget(given[0].Kind, given[0].Name ?? "", Here), [.. at.Select(scope => scope.TrimEnd('/'))],
            parse.GetRequiredValue(category), ends.Value, parse.GetRequiredValue(owner), parse.GetRequiredValue(ticket), Here)
        {
            ReferenceIds = [.. parse.GetValue(references) ?? []],
            DisplayName = parse.GetValue(displayName),
            Description = parse.GetValue(description),
        };
    }

    private static Option<string> Required(string name, string description) => new(name) { Description = description, HelpName = "text", Required = true };

    private static Option<string?> Optional(string name, string description) => new(name) { Description = description, HelpName = "text" };
}
