using Networks.Web.Infrastructure;
using Networks.Web.Infrastructure.Accounts;
using Networks.Workflows.Common;

namespace Networks.Web.Commands;

/// <summary>
/// <c>networks create-admin</c>: the first administrator without a browser, for installations by script.
/// </summary>
/// <param name="password">Asks for the new password; null when it was not typed twice alike.</param>
internal sealed class CreateAdmin(Func<TextWriter, Task<string?>> password) : Verb
{
    private static readonly string[] _options = ["programme", "association", "desk", "name", "email", "language"];

    public override string Name => "create-admin";

    public override string Arguments => "--programme=... --association=... --desk=... --name=... --email=...";

    public override async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var settings = args.Where(a => a.StartsWith("--Networks:", StringComparison.OrdinalIgnoreCase)).ToArray();
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var argument in args.Except(settings))
        {
            var parts = argument.Split('=', 2);
            if (parts.Length != 2 || !parts[0].StartsWith("--", StringComparison.Ordinal) || !_options.Contains(parts[0][2..]))
            {
                return NotKnown(argument, errors);
            }

            given[parts[0][2..]] = parts[1].Trim();
        }

        await using var app = NetworksApp.Create(settings);
        using var held = await Installation.PrepareAsync(app.Services, migrate: false);
        if (await password(output) is not { } chosen)
        {
            await errors.WriteLineAsync(Words.Say("commands.new-password-differs"));
            return ExitCode.Failed;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var created = await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().CreateAsync(new FirstAdministratorFacts(
            given.GetValueOrDefault("name"), given.GetValueOrDefault("email"), chosen, given.GetValueOrDefault("programme"),
            given.GetValueOrDefault("association"), given.GetValueOrDefault("desk"), given.GetValueOrDefault("language", "it")));
        foreach (var refusal in created.Refusal?.All ?? [])
        {
            await errors.WriteLineAsync(refusal.Text);
        }

        if (created.Ok)
        {
            await output.WriteLineAsync(Words.Say("commands.create-admin-done"));
        }

        return created.Ok ? ExitCode.Done : ExitCode.Failed;
    }
}
