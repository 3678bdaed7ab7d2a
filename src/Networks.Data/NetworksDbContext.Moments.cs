using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Networks.Data;

/// <summary>Reading several things as they stood at one moment, whoever writes meanwhile.</summary>
public abstract partial class NetworksDbContext
{
    private IDbContextTransaction? _moment;

    /// <summary>
    /// The level at which every statement of a transaction sees what the first one saw; null where that has to be switched on
    /// in the database first (SQL Server), and each statement sees a moment of its own.
    /// </summary>
    protected abstract IsolationLevel? MomentLevel { get; }

    /// <summary>Whether what is read now belongs to an act; outside of a transaction and in a moment nothing does.</summary>
    internal bool ReadsForAct => Database.CurrentTransaction is not null && _moment is null;

    /// <summary>From the next thing that is read on, all is as it stands then, until <see cref="EndMomentAsync"/>.</summary>
    public async Task BeginMomentAsync(CancellationToken cancellationToken)
    {
        if (MomentLevel is { } level)
        {
            _moment = await Database.BeginTransactionAsync(level, cancellationToken);
        }
    }

    /// <summary>What is read afterwards is of then. Also asked for before something that takes long beside the database; may be asked for again.</summary>
    public async Task EndMomentAsync()
    {
        if (_moment is { } moment)
        {
            _moment = null;
            await moment.DisposeAsync();
        }
    }
}
