using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Bench.Engine;
using Networks.Data;
using Networks.Data.Associations;
using Networks.Data.Programmes;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.BeginImportStage;
using Networks.Workflows.Discovery.Imports;
using Networks.Workflows.Discovery.MatchColumns;
using Networks.Workflows.Discovery.ShowImport;
using Networks.Workflows.Discovery.UploadFirms;

namespace Networks.Bench.Discovery;

/// <summary>Desks whose firms come by the product's own import.</summary>
internal static class RegisterGround
{
    public static async Task<List<AssociationId>> DesksAsync(Ground ground, int count) => await ground.WithAsync(async (_, db) =>
    {
        await db.Database.MigrateAsync();
        var lead = AssociationId.New(TimeProvider.System);
        var programme = new Programme(ProgrammeId.New(TimeProvider.System), "PAL", "Programma", new LeadPartner(lead));
        var desks = Enumerable.Range(1, count).Select(n => new Association(
            n == 1 ? lead : AssociationId.New(TimeProvider.System), programme.Id, string.Create(CultureInfo.InvariantCulture, $"Associazione {n}"), "Desk", AssociationKind.Desk)).ToList();
        db.Add(programme);
        db.AddRange(desks);
        await db.SaveChangesAsync();
        return desks.Select(d => d.Id).ToList();
    });

    /// <returns>The import, tried and ready to be done.</returns>
    public static async Task<Guid> TriedAsync(Ground ground, AssociationId desk, byte[] file)
    {
        var stored = await ground.WithAsync((services, _) => ((IFileStore)services.GetService(typeof(IFileStore))!).PutAsync(new MemoryStream(file), long.MaxValue, default));
        var import = await ground.SendAsync(Actor.Service, new UploadFirms("imprese.csv", stored.Value) { For = desk });
        var shown = await ground.SendAsync(Actor.Service, new ShowImport(import));
        await ground.SendAsync(Actor.Service, new MatchColumns(import, [.. shown.Columns.Select(c => c.Field)], "form"));
        await ContinueAsync(ground, import);
        return import;
    }

    public static async Task ImportAsync(Ground ground, Guid import)
    {
        await ground.SendAsync(Actor.Service, new BeginImportStage(import, Undo: false));
        await ContinueAsync(ground, import);
    }

    public static Task MakeCardsAsync(Ground ground) => ground.WithAsync(async (services, _) => await Sweep(services).MakeCardsAsync(default));

    private static Task<int> ContinueAsync(Ground ground, Guid import) => ground.WithAsync(async (services, _) =>
    {
        await Sweep(services).ContinueAsync(import, null, default);
        return 0;
    });

    private static RegisterSweep Sweep(IServiceProvider services) => (RegisterSweep)services.GetService(typeof(RegisterSweep))!;
}
