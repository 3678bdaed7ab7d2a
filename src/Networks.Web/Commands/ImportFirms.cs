using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Imports;
using Networks.Web.Infrastructure;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.BeginImportStage;
using Networks.Workflows.Discovery.Imports;
using Networks.Workflows.Discovery.MatchColumns;
using Networks.Workflows.Discovery.ShowImport;
using Networks.Workflows.Discovery.UploadFirms;

namespace Networks.Web.Commands;

/// <summary>
/// <c>networks import firms FILE</c>: the same import as the page's, with the columns as they are proposed, for files too
/// large for a browser and for scripts.
/// </summary>
internal sealed class ImportFirms : Verb
{
    private const string _desk = "--desk=";
    private const string _check = "--check";
    private const string _consents = "--consents=";

    public override string Name => "import firms";

    public override string Arguments => "FILE --desk=... [--check] [--consents=form]";

    public override async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var desk = args.FirstOrDefault(a => a.StartsWith(_desk, StringComparison.Ordinal))?[_desk.Length..];
        var how = args.FirstOrDefault(a => a.StartsWith(_consents, StringComparison.Ordinal))?[_consents.Length..];
        var files = args.Where(a => !a.StartsWith("--", StringComparison.Ordinal)).ToList();
        if (files.Count != 1 || desk is null || !File.Exists(files[0]))
        {
            await errors.WriteLineAsync(files.Count == 1 && !File.Exists(files[0]) ? Words.Say("commands.import-firms-no-file", files[0]) : Help);
            return ExitCode.Usage;
        }

        await using var app = Quiet(args.Where(a => a.StartsWith("--Networks:", StringComparison.OrdinalIgnoreCase)));
        using var held = await Installation.PrepareAsync(app.Services, migrate: false);
        var association = await DeskAsync(app, desk);
        if (association is null)
        {
            await errors.WriteLineAsync(Words.Say("commands.import-firms-no-desk", desk));
            return ExitCode.Usage;
        }

        await using var content = File.OpenRead(files[0]);
        var stored = await app.Services.GetRequiredService<IFileStore>().PutAsync(content, long.MaxValue, CancellationToken.None);
        return stored.Refusal is { } refusal ? await RefusedAsync(refusal, errors)
            : await ImportAsync(app, new UploadFirms(Path.GetFileName(files[0]), stored.Value) { For = association }, how, args.Contains(_check), output, errors);
    }

    private static async Task<int> ImportAsync(WebApplication app, UploadFirms upload, string? how, bool onlyCheck, TextWriter output, TextWriter errors)
    {
        var made = await SendAsync(app, upload);
        if (made.Refusal is { } refusal)
        {
            return await RefusedAsync(refusal, errors);
        }

        var shown = await SendAsync(app, new ShowImport(made.Value));
        var columns = shown.Value.Columns.Select(c => how is null && c.Field.StartsWith("allows-", StringComparison.Ordinal) ? "" : c.Field).ToList();
        if ((await SendAsync(app, new MatchColumns(made.Value, columns, how))).Refusal is { } wrong)
        {
            return await RefusedAsync(wrong, errors);
        }

        var sweep = app.Services.GetRequiredService<RegisterSweep>();
        await sweep.ContinueAsync(made.Value, Tell, CancellationToken.None);
        if (!onlyCheck && (await SendAsync(app, new BeginImportStage(made.Value, Undo: false))).Ok)
        {
            await sweep.ContinueAsync(made.Value, Tell, CancellationToken.None);
            await sweep.MakeCardsAsync(CancellationToken.None);
        }

        var end = (await SendAsync(app, new ShowImport(made.Value))).Value;
        await output.WriteLineAsync();
        await output.WriteLineAsync(Words.Say(onlyCheck ? "commands.import-firms-would" : "commands.import-firms-did", end.Created, end.Updated, end.Same, end.Faults));
        foreach (var fault in end.FirstFaults)
        {
            await errors.WriteLineAsync(Words.Say("commands.import-firms-row", fault.Row, fault.Text));
        }

        return end.Status == ImportStatus.Failed ? ExitCode.Failed : ExitCode.Done;

        void Tell(FirmImport now) => output.Write("\r" + Words.Say("commands.import-firms-progress", now.RowsDone));
    }

    private static async Task<AssociationId?> DeskAsync(WebApplication app, string name)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        return await db.Associations.Where(a => a.Name == name || a.DeskName == name).Select(a => (AssociationId?)a.Id).FirstOrDefaultAsync();
    }

    private static async Task<Result<T>> SendAsync<T>(WebApplication app, IRequest<Result<T>> request)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Who = Actor.Service;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    private static async Task<int> RefusedAsync(Refusal refusal, TextWriter errors)
    {
        foreach (var one in refusal.All)
        {
            await errors.WriteLineAsync(one.Text);
        }

        return ExitCode.Failed;
    }
}
