using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Reading;
using Networks.Data.Work;

namespace Networks.Workflows.Tests.Support;

/// <summary>A case with an open round of two firms, and a context of its own to read it with.</summary>
public abstract class InRound : IAsyncLifetime
{
    private AsyncServiceScope _scope;

    protected Given Given { get; private set; } = null!;

    protected NetworksDbContext Db { get; private set; } = null!;

    protected CaseId Case { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Given = await Given.NewAsync();
        Case = await Given.CaseInRoundAsync();
        _scope = Given.Services.CreateAsyncScope();
        Db = _scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await Given.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads the rows in an act that goes back as a whole, and does something with them.</summary>
    protected async Task<T> InActAsync<T>(Func<ActRows<CaseId>.Answer, Task<T>> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        Db.Forget();
        await using var transaction = await Db.Database.BeginTransactionAsync();
        Db.Database.AutoSavepointsEnabled = false;
        var done = await act(await RoundRows.All.ReadAsync(Db, Case, default));
        await transaction.CommitAsync();
        return done;
    }
}

/// <summary>What the tests read of such a case.</summary>
public static class RoundRows
{
    public static readonly ActRows<CaseId> All = new();
    public static readonly ActRows<CaseId>.Part<ApprovalRound> Rounds = All.Of((db, id) => db.ApprovalRounds.Where(r => r.CaseId == id).OrderByDescending(r => r.Number).Take(1));
    public static readonly ActRows<CaseId>.Part<WorkItem> Items = All.Of((db, id) => db.WorkItems.Where(i => i.CaseId == id).OrderBy(i => i.Path).ThenBy(i => i.Id));
    public static readonly ActRows<CaseId>.Part<Case> Cases = All.Of((db, id) => db.Cases.Where(c => c.Id == id), watched: nameof(Data.Cases.Case.Need));
    public static readonly ActRows<CaseId>.Word Name = All.Together((db, id) => db.EnterpriseNetworks.Where(n => n.CaseId == id).Select(n => new { n.Name })).WordOf(nameof(EnterpriseNetwork.Name));
}
